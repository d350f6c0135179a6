// Names that begin as typed, under the search box. Without this file the box works as well.
// What is typed is sent to this site alone, and nothing is kept.
"use strict";

for (const input of document.querySelectorAll("input[data-suggest]")) enhance(input);

function enhance(input) {
  const list = document.createElement("ul");
  list.id = input.id + "-suggestions";
  list.className = "suggestions";
  list.hidden = true;
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", input.dataset.suggest);
  const said = document.createElement("p");
  said.className = "unseen";
  said.setAttribute("role", "status");
  input.closest(".ask-line").after(list, said);
  input.type = "text";
  input.setAttribute("role", "combobox");
  input.setAttribute("aria-autocomplete", "list");
  input.setAttribute("aria-controls", list.id);
  input.setAttribute("aria-expanded", "false");

  let waiting = 0;
  let asked = 0;
  let chosen = -1;

  function close() {
    list.hidden = true;
    chosen = -1;
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
  }

  function choose(place) {
    const options = list.children;
    if (chosen >= 0) options[chosen].removeAttribute("aria-selected");
    chosen = (place + options.length + 1) % (options.length + 1);
    if (chosen === options.length) chosen = -1;
    if (chosen < 0) return input.removeAttribute("aria-activedescendant");
    options[chosen].setAttribute("aria-selected", "true");
    options[chosen].scrollIntoView({ block: "nearest" });
    input.setAttribute("aria-activedescendant", options[chosen].id);
  }

  function take(option) {
    input.value = option.dataset.words;
    close();
    input.form.requestSubmit(input.form.querySelector("button[type=submit]"));
  }

  function show(found) {
    list.replaceChildren(...found.map((suggestion, place) => {
      const option = document.createElement("li");
      option.id = list.id + "-" + place;
      option.setAttribute("role", "option");
      option.dataset.words = suggestion.words;
      option.textContent = suggestion.words;
      if (suggestion.born) {
        const born = document.createElement("span");
        born.className = "quiet";
        born.textContent = " " + suggestion.born;
        option.append(born);
      }
      option.addEventListener("mousedown", (event) => event.preventDefault());
      option.addEventListener("click", () => take(option));
      return option;
    }));
    chosen = -1;
    input.removeAttribute("aria-activedescendant");
    list.hidden = found.length === 0;
    input.setAttribute("aria-expanded", String(!list.hidden));
    said.textContent = found.length > 0 ? list.getAttribute("aria-label") + ": " + found.length : "";
  }

  async function ask() {
    const number = ++asked;
    const typed = input.value.trim();
    if (typed.length < 2) return close();
    try {
      const response = await fetch("/suggest?q=" + encodeURIComponent(typed));
      const found = response.ok ? await response.json() : [];
      if (number === asked && document.activeElement === input) show(found);
    } catch {
      close();
    }
  }

  input.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(ask, 120);
  });
  input.addEventListener("blur", close);
  input.addEventListener("keydown", (event) => {
    if (list.hidden) return;
    if (event.key === "ArrowDown") choose(chosen + 1);
    else if (event.key === "ArrowUp") choose(chosen - 1);
    else if (event.key === "Escape") close();
    else if (event.key === "Enter" && chosen >= 0) take(list.children[chosen]);
    else return;
    event.preventDefault();
  });
}
