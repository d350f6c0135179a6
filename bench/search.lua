-- Asks the server the questions of a file that make_queries.py wrote, in a fixed shuffled order.
local queries = {}
for line in io.lines(os.getenv("QUERIES")) do
  local q = line:match("^[^\t]*\t([^\t]*)\t")
  queries[#queries+1] = q:gsub("([^%w])", function(c) return string.format("%%%02X", string.byte(c)) end)
end
local n = 0
request = function()
  n = n + 1
  return wrk.format("GET", "/search?q=" .. queries[(n * 7919) % #queries + 1])
end
