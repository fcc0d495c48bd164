-- explain.lua - mfc explain: the wrong example of every kind of mistake is told as that
-- kind and nothing else, the right one passes; and every message that the sources hold
-- is of a kind that a row of diagnostics.def names.
--     lua explain.lua MFC FOLDER TOP
local lib = require "lib"
local mfc, folder, top = table.unpack(arg)

---------------------------------------------------------------- examples

lib.write(folder .. "/net.lua", [[
local mf = require "mfc"
local x = mf.input("x", { 3 })
return mf.program { funcs = { f = mf.func { inputs = { x }, outputs = { x } } } }
]])

lib.write(folder .. "/noise.lua", [[
local mf = require "mfc"
local x = mf.input("x", { 3 })
local y = x + mf.random_normal { 3 }
return mf.program { funcs = { plain = mf.func { inputs = { x }, outputs = { x } },
                              noisy = mf.func { inputs = { x }, outputs = { y } } } }
]])

-- Kinds that messages on the way out have: no example shows them.
local without = { bug = true }

-- The messages of an example, each a table, and the exit code.
local function try(example)
    local command = example:match "^%$ mfc (.*)"
    if not command then
        lib.write(folder .. "/example.lua", example)
        command = "check example.lua"
    end
    local out, code = lib.run(("cd '%s' && '%s' %s"):format(folder, mfc,
        (command:gsub("^%S+", "%0 --diagnostics=json"))))
    local list = {}
    for line in out:gmatch "[^\n]+" do
        if line:sub(1, 1) == "{" then
            local ok, value = pcall(lib.json, line)
            if not ok then
                return nil, ("no JSON: %s: %s"):format(value, line)
            end
            list[#list + 1] = value
        end
    end
    return list, code
end

local function members(message)
    for _, name in ipairs { "code", "severity", "file", "line", "message", "notes", "help" } do
        if message[name] == nil then
            return "a message without " .. name
        end
    end
end

local codes = {}
for line in (lib.run(mfc .. " explain --json")):gmatch "[^\n]+" do
    local kind = lib.json(line)
    codes[#codes + 1] = kind.code
    local why
    if kind.wrong then
        local told, code = try(kind.wrong)
        if not told then
            why = code
        elseif #told ~= 1 or told[1].code ~= kind.code then
            why = ("the wrong example tells %d, first %s"):format(#told,
                told[1] and told[1].code .. ": " .. told[1].message or "nothing")
        else
            why = members(told[1])
        end
        told, code = try(kind.right)
        why = why or not told and code or (#told > 0 or code ~= 0)
            and "the right example is wrong: " .. (told[1] and told[1].message or code) or nil
    elseif not without[kind.code] then
        why = "there is no example"
    end
    lib.result("explain " .. kind.code, why)
end

---------------------------------------------------------------- rows for messages

-- Everything up to the parenthesis that closes, of a call whose ( is at position i.
local function arguments(text, i)
    local depth, quoted = 0, false
    for j = i, #text do
        local c = text:sub(j, j)
        if c == '"' and text:sub(j - 1, j - 1) ~= "\\" then
            quoted = not quoted
        elseif not quoted and c == "(" then
            depth = depth + 1
        elseif not quoted and c == ")" then
            depth = depth - 1
            if depth == 0 then
                return text:sub(i + 1, j - 1)
            end
        end
    end
end

-- The string arguments in a list of arguments, adjacent literals joined; NULL is "".
local function strings(list)
    local out, i = {}, 1
    while i <= #list do
        local c = list:sub(i, i)
        if c == '"' then
            local j, parts = i, {}
            while list:sub(j, j) == '"' do
                local k = j + 1
                while k <= #list and list:sub(k, k) ~= '"' do
                    k = k + (list:sub(k, k) == "\\" and 2 or 1)
                end
                parts[#parts + 1] = list:sub(j + 1, k - 1)
                j = list:find("[^%s]", k + 1) or #list + 1
            end
            out[#out + 1] = table.concat(parts):gsub('\\"', '"')
            i = j
        elseif list:find("^NULL", i) then
            out[#out + 1] = ""
            i = i + 4
        else
            i = i + 1
        end
    end
    return out
end

-- The patterns of diagnostics.def as Lua's.
local patterns = {}
local rows = lib.read(top .. "/compiler/diagnostics.def")
for i in rows:gmatch "\nDIAGNOSTIC()%(" do
    local row = strings(arguments(rows, i))
    for k = 6, #row do
        if row[k] ~= "" then
            patterns[#patterns + 1] = "^" .. row[k]:gsub("[%(%)%.%%%+%-%?%[%]%^%$]", "%%%0"):gsub("%*", ".*") .. "$"
        end
    end
end
lib.result("rows are read", #patterns < 100 and #patterns .. " patterns" or nil)

local function has_row(message)
    message = message:gsub("%%[%.%d]*[lz]*[sdgucxp]", "mf"):gsub("%%%%", "%%")
    for _, pattern in ipairs(patterns) do
        if message:find(pattern) then
            return true
        end
    end
end

-- The formats of messages in a file. Those that are nothing but another text are told
-- under what they hold.
local function formats(path)
    local text, list = lib.read(path), {}
    local calls = path:find "%.lua$" and { "mf%._fail", "mf%._heal", "tell" }
        or { "run_fail", "fail_at", "report_at", "run_heal", "warn_at" }
    for _, call in ipairs(calls) do
        for i in text:gmatch("%f[%w_]" .. call .. "()%(") do
            local given = arguments(text, i)
            if path:find "%.lua$" then
                given = (given or ""):gsub("'(.-)'", function(inner)
                    return inner:find '"' and '"' .. inner:gsub('"', '\\"') .. '"' or "'" .. inner .. "'"
                end):gsub('"%s*%.%.%s*"', '" "')
            end
            list[#list + 1] = strings(given or "")[1]
        end
    end
    return list
end

-- Texts of graphs (dump.c, parse.c) are read by tests only.
local files = lib.run(("ls '%s'/compiler/*.c '%s'/compiler/prelude/*.lua | grep -v -e /dump.c -e /parse.c"):format(top, top))
local count, none = 0, {}
for path in files:gmatch "[^\n]+" do
    for _, format in ipairs(formats(path)) do
        if format:find "%a%a" and format ~= "%s: %s" and not format:find "^it follows"
            and not format:find "is a tensor: %%s$" then
            count = count + 1
            if not has_row(format) then
                none[#none + 1] = path:match "[^/]+$" .. ": " .. format
            end
        end
    end
end
lib.result("every message has a row", #none > 0 and "diagnostics.def has none for " .. table.concat(none, "; ")
    or count < 250 and "only " .. count .. " messages were found" or nil)

---------------------------------------------------------------- explain itself

local out, code = lib.run(mfc .. " explain axes")
lib.result("explain suggests", not (code == 2 and out:find "did you mean axis") and out or nil)
out = lib.run(mfc .. " explain")
for _, name in ipairs(codes) do
    if not out:find("\n?  " .. name:gsub("%-", "%%-") .. " ") then
        lib.result("explain lists " .. name, "it does not")
    end
end
os.exit(not lib.failed)
