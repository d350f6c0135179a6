# Words of the site in English. Every key stands in every language (a test checks it).
# What a source says is never worded here: it is shown as written.

## Families

family-title = Family of { $name }
family-untitled = A family
family-lead = { $n ->
    [one] One person is known of this family.
   *[other] { $n } people belong together, by what the entries say or by what follows from them.
}
family-tree = The family
family-tree-note = One row is one generation. Each name leads to the list below, which says the same in words.
family-tree-probable = A dashed line is a tie that no entry states: it is only probable, and the line says how probable.
family-implied = Parents of the same child
family-loose = Whose they were is not known
family-members = The same in words
family-inherited = surname taken from the relative named
family-place = { $relation } ({ $name })
family-living = may be living
family-no-name = no name written
family-unnamed = { $n ->
    [one] without a name
   *[other] { $n } without a name
}
family-several = number not given
family-undated = not dated
family-cases = Who was punished because of whom
family-cases-note = Where an entry says it, its words are quoted. Where none does, it is inferred from the order of events and from the orders then in force, and marked so.
family-because-of = because of
family-because-unnamed = kin whom the entry does not name
family-case-stated = Stated: an entry says so.
family-case-for-kin = An entry says that it was for kin; that it was on account of this person is inferred. Probability: { $p }.
family-case-inferred = Inferred, no entry says so. Probability: { $p }.
family-same-day = on the same day
family-days-after = { $n ->
    [one] one day after
   *[other] { $n } days after
}
family-days-between = between { $least } and { $most } days after
family-days-at-most = { $n ->
    [one] at most one day after
   *[other] at most { $n } days after
}
family-spared = Who was spared
family-spared-note = What fell on others of the family did not fall on these, or was ended, as an entry says. Where it says why, the reason stands beside the name.
spared-pregnancy = pregnancy or a newborn child
spared-kin_in_army = a relative in the Red Army
spared-lived_apart = lived apart from the family
spared-not_kin = no longer or not by law of the family
spared-marriage = marriage
spared-minor = a minor
spared-age = old age
spared-illness = illness
family-left = Children left without both parents
family-left-note = Both parents were arrested, sentenced, exiled or shot, or had died, while this was a child under 18. Years are compared. Who took the child in is written only where an entry says it.
family-left-then = Then:
family-left-unknown = What became of the child no entry says.
family-time = One time for all
family-time-title = The lives of the family along one axis of years
family-time-note = Years in which something happened are drawn wider than the others. A dashed line covers the days that a date may mean. All of it stands in the table below.
family-bands = Orders in force, drawn behind the lives:
family-in-force = in force from { $first } to { $last }
family-in-force-open = in force from { $first }; no end is recorded
family-table = The same as a table
family-when = When
family-who = Who
family-what = What
family-entry = Entry
family-evidence = How the ties are known
family-stated = Stated by an entry
family-inferred = Inferred, stated by no entry
family-inferred-note = What speaks for each tie, the weightiest first. It may be wrong.
family-against = against it:
family-derived = Following from the ties above
family-derived-note = A sister of the father is an aunt: nobody need have written it. Each is as sure as what it follows from.
family-derived-more = { $n ->
    [one] and one more that follows
   *[other] and { $n } more that follow
}
family-no-ties = No entry says who was whose.
family-contradictions = What cannot all be true
family-contradictions-note = The entries disagree, or the ages do not allow it. Nothing is decided here.
family-entries = The entries
family-unknown = What we do not know
family-unknown-unnamed = { $n ->
    [one] One relative is mentioned without a name.
   *[other] { $n } relatives are mentioned without a name.
}
family-unknown-number = How many they were, no entry says: { $names }.
family-unknown-name = No name is written: { $names }.
family-unknown-fate = What became of them could be read from no entry; its words may say more: { $names }.
family-unknown-end = How or when their lives ended, no entry tells: { $names }.
family-unknown-birth = When they were born, no entry tells: { $names }.
family-unknown-date = Something that happened to them is not dated: { $names }.
family-unknown-living = { $n ->
    [one] One member may be living. Only the place in the family is shown.
   *[other] { $n } members may be living. Only their places in the family are shown.
}
family-left-out = { $n ->
    [one] One more member is left out, for the family is too large for one page.
   *[other] { $n } more members are left out, for the family is too large for one page.
}
family-and-more = { $n ->
    [one] and one more
   *[other] and { $n } more
}
relatives-title = Relatives
relatives-more = { $n ->
    [one] and one more relative
   *[other] and { $n } more relatives
}
relatives-because-of = Because of a relative
relatives-led-to = Led to
relatives-family = The whole family: tree, time and evidence
tie-stated = stated
tie-derived = follows from other ties
tie-inferred = inferred

## Ties put aside, and what speaks for a tie that no entry states

family-put-aside = Ties put aside
family-put-aside-note = These cannot hold beside ties that are better known. They are not drawn and nothing is concluded from them; nothing is lost either.
put-aside-oneself = Put aside: it ties somebody to themselves.
put-aside-sex = Put aside: the sex of one of the two does not allow it.
put-aside-birth = Put aside: the years of birth do not allow it.
put-aside-death = Put aside: the parent had died before.
put-aside-disagrees = Put aside: something better known says otherwise of these two.
put-aside-second_father = Put aside: another father is better known.
put-aside-second_mother = Put aside: another mother is better known.
put-aside-third_parent = Put aside: two parents are better known.
put-aside-loop = Put aside: with it somebody would be their own ancestor, uncle or the like.
feature-names-same_named = one surname, and the father’s name of the one is the given name of the other
feature-names-same_named_rare = one surname, and the father’s name of the one, a rare one, is the given name of the other
feature-names-same_shared = one surname and the same father’s name
feature-names-same_shared_rare = one surname and the same rare father’s name
feature-names-same_not_named = one surname, but the father’s name of the younger is another than the given name of the elder
feature-names-same_not_shared = one surname, but different fathers’ names
feature-names-same_unknown = one surname; fathers’ names are not compared
feature-names-other_named = the father’s name of the one is the given name of the other, but the surnames differ
feature-names-other_named_rare = the father’s name of the one, a rare one, is the given name of the other, but the surnames differ
feature-names-other_shared = the same father’s name, but different surnames
feature-names-other_shared_rare = the same rare father’s name, but different surnames
feature-names-other_not_named = different surnames, and the father’s name of the younger is another than the given name of the elder
feature-names-other_not_shared = different surnames and different fathers’ names
feature-names-other_unknown = different surnames
feature-names-unknown_named = the father’s name of the one is the given name of the other
feature-names-unknown_named_rare = the father’s name of the one, a rare one, is the given name of the other
feature-names-unknown_shared = the same father’s name
feature-names-unknown_shared_rare = the same rare father’s name
feature-names-unknown_not_named = the father’s name of the younger is another than the given name of the elder
feature-names-unknown_not_shared = different fathers’ names
feature-ages-0_1 = born within a year of each other
feature-ages-2_5 = born 2 to 5 years apart
feature-ages-6_12 = born 6 to 12 years apart
feature-ages-13_17 = born 13 to 17 years apart
feature-ages-18_25 = born 18 to 25 years apart
feature-ages-26_40 = born 26 to 40 years apart
feature-ages-41_50 = born 41 to 50 years apart
feature-ages-51_more = born more than 50 years apart
feature-grown_up-both = both were grown up
feature-grown_up-both_young = both were young adults
feature-grown_up-elder = one was grown up, the other a child
feature-grown_up-none = both were children
feature-place-same_few = the same small place, of which few are named here
feature-place-same_some = the same place
feature-place-same_many = the same place, of which many are named here
feature-place-same_most = the same large place
feature-place-same_town = the same large town
feature-place-near = places near each other
feature-place-region = the same region only
feature-place-other = different places
feature-dwelling-same_flat = the same flat
feature-dwelling-same_numbers = the same numbers of house and flat, the street written differently
feature-dwelling-same_house = the same house
feature-dwelling-other = different homes
feature-bearers-here_2 = nobody else of this surname is named at the place
feature-bearers-here_3_4 = 3 or 4 people of this surname are named at the place
feature-bearers-here_5_8 = 5 to 8 people of this surname are named at the place
feature-bearers-here_9_16 = 9 to 16 people of this surname are named at the place
feature-bearers-here_more = more than 16 people of this surname are named at the place
feature-bearers-list_few = a rare surname
feature-bearers-list_some = a surname that is neither rare nor common
feature-bearers-list_many = a common surname
feature-given-same = the same given name
feature-given-other = different given names
feature-birth_place-same = the same place of birth
feature-birth_place-near = places of birth near each other
feature-birth_place-other = different places of birth
feature-case-same_rare = the same file, of few people
feature-case-same_common = the same file, of many people
feature-case-other = different files
feature-day-same_rare = the same day of the measure, on which few are named
feature-day-same_common = the same day of the measure, as of many others
feature-day-near = measures half a year apart at most
feature-day-other = measures far apart in time
feature-fate-as_kin_of_shot = the one was shot, the other punished as a member of somebody’s family
feature-lists-other = they stand in two lists, of which the one need not hold kin of the other

## Kinship

kin-adopted_child = adopted child
kin-adopted_son = adopted son
kin-adopted_daughter = adopted daughter
kin-adopted_grandchild = adopted grandchild
kin-adopted_grandson = adopted grandson
kin-adopted_granddaughter = adopted granddaughter
kin-adoptive_parent = adoptive parent
kin-adoptive_father = adoptive father
kin-adoptive_mother = adoptive mother
kin-child = child
kin-son = son
kin-daughter = daughter
kin-child_in_law = child’s spouse
kin-son_in_law = son-in-law
kin-daughter_in_law = daughter-in-law
kin-co_parent_in_law = parent of the child’s spouse
kin-co_father_in_law = father of the child’s spouse
kin-co_mother_in_law = mother of the child’s spouse
kin-cousin = cousin
kin-male_cousin = cousin
kin-female_cousin = cousin
kin-dependant = dependant
kin-employer = employer
kin-family_member = member of the family
kin-former_spouse = former spouse
kin-former_husband = former husband
kin-former_wife = former wife
kin-foster_child = foster child
kin-foster_son = foster son
kin-foster_daughter = foster daughter
kin-foster_grandchild = foster grandchild
kin-foster_grandson = foster grandson
kin-foster_granddaughter = foster granddaughter
kin-foster_parent = foster parent
kin-foster_father = foster father
kin-foster_mother = foster mother
kin-foster_sibling = foster sibling
kin-foster_brother = foster brother
kin-foster_sister = foster sister
kin-grandchild = grandchild
kin-grandson = grandson
kin-granddaughter = granddaughter
kin-grandchild_in_law = grandchild-in-law
kin-grandson_in_law = grandson-in-law
kin-granddaughter_in_law = granddaughter-in-law
kin-grandparent = grandparent
kin-grandfather = grandfather
kin-grandmother = grandmother
kin-grandparent_in_law = grandparent-in-law
kin-grandfather_in_law = grandfather-in-law
kin-grandmother_in_law = grandmother-in-law
kin-great_grandchild = great-grandchild
kin-great_grandson = great-grandson
kin-great_granddaughter = great-granddaughter
kin-great_grandparent = great-grandparent
kin-great_grandfather = great-grandfather
kin-great_grandmother = great-grandmother
kin-great_uncle_or_aunt = great-uncle or aunt
kin-great_uncle = great-uncle
kin-great_aunt = great-aunt
kin-half_sibling = half-sibling
kin-half_brother = half-brother
kin-half_sister = half-sister
kin-housemate = in the same household
kin-nephew_or_niece = nephew or niece
kin-nephew = nephew
kin-niece = niece
kin-nephew_or_niece_by_marriage = nephew or niece by marriage
kin-nephew_by_marriage = nephew by marriage
kin-niece_by_marriage = niece by marriage
kin-great_nephew_or_niece = great-nephew or niece
kin-great_nephew = great-nephew
kin-great_niece = great-niece
kin-parent = parent
kin-father = father
kin-mother = mother
kin-parent_in_law = parent-in-law
kin-father_in_law = father-in-law
kin-mother_in_law = mother-in-law
kin-partner = partner
kin-male_partner = partner
kin-female_partner = partner
kin-relative = relative
kin-male_relative = relative
kin-female_relative = relative
kin-servant = servant
kin-sibling = sibling
kin-brother = brother
kin-sister = sister
kin-sibling_in_law = sibling-in-law
kin-brother_in_law = brother-in-law
kin-sister_in_law = sister-in-law
kin-sibling_of_child_in_law = sibling of the child’s spouse
kin-brother_of_child_in_law = brother of the child’s spouse
kin-sister_of_child_in_law = sister of the child’s spouse
kin-spouse = spouse
kin-husband = husband
kin-wife = wife
kin-step_child = stepchild
kin-step_son = stepson
kin-step_daughter = stepdaughter
kin-step_grandchild = step-grandchild
kin-step_grandson = step-grandson
kin-step_granddaughter = step-granddaughter
kin-step_parent = stepparent
kin-step_father = stepfather
kin-step_mother = stepmother
kin-step_sibling = stepsibling
kin-step_brother = stepbrother
kin-step_sister = stepsister
kin-supporter = supporter
kin-uncle_or_aunt = uncle or aunt
kin-uncle = uncle
kin-aunt = aunt
kin-uncle_or_aunt_by_marriage = uncle or aunt by marriage
kin-uncle_by_marriage = uncle by marriage
kin-aunt_by_marriage = aunt by marriage
