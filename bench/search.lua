local queries = {}
for line in io.lines("/tmp/bench/queries.tsv") do
  local q = line:match("^[^\t]*\t([^\t]*)\t")
  queries[#queries+1] = q:gsub("([^%w])", function(c) return string.format("%%%02X", string.byte(c)) end)
end
local n = 0
request = function()
  n = n + 1
  return wrk.format("GET", "/search?q=" .. queries[(n * 7919) % #queries + 1])
end
