-- lib.lua - what the checks of tests/help share: running commands, results, JSON.
local lib = { failed = false }

function lib.run(command)
    local f = assert(io.popen(command .. " 2>&1"))
    local text = f:read "a"
    local _, _, code = f:close()
    return text, code
end

function lib.read(path)
    local f = assert(io.open(path))
    local text = f:read "a"
    f:close()
    return text
end

function lib.write(path, text)
    local f = assert(io.open(path, "w"))
    f:write(text)
    f:close()
end

-- One line of the test's output; `why` says what is wrong, nil that nothing is.
function lib.result(name, why)
    print(why and ("FAIL help/%s: %s"):format(name, why) or "ok help/" .. name)
    lib.failed = lib.failed or why ~= nil
end

local escapes = { n = "\n", t = "\t", r = "\r", b = "\b", f = "\f" }

-- The value of a JSON text at position i, and the position after it.
local function decode(s, i)
    i = s:find("%S", i)
    local c = s:sub(i, i)
    if c == "{" or c == "[" then
        local out, close = {}, c == "{" and "}" or "]"
        i = s:find("%S", i + 1)
        while s:sub(i, i) ~= close do
            local key
            if c == "{" then
                key, i = decode(s, i)
                i = assert(s:match("^%s*:()", i), "a colon is missing")
            end
            local value
            value, i = decode(s, i)
            out[key or #out + 1] = value
            i = s:find("%S", i)
            if s:sub(i, i) == "," then
                i = s:find("%S", i + 1)
            else
                assert(s:sub(i, i) == close, "a comma is missing")
            end
        end
        return out, i + 1
    elseif c == '"' then
        local j = i + 1
        while s:sub(j, j) ~= '"' do
            assert(j <= #s and not s:sub(j, j):find "%c", "a string has no end")
            j = j + (s:sub(j, j) == "\\" and 2 or 1)
        end
        local text = s:sub(i + 1, j - 1):gsub("\\u(%x%x%x%x)", function(h)
            return utf8.char(tonumber(h, 16))
        end):gsub("\\(.)", function(e) return escapes[e] or e end)
        return text, j + 1
    end
    local word, after = s:match("^([%w%.%+%-]+)()", i)
    local known = { ["true"] = true, ["false"] = false, null = lib.null }
    if known[word] ~= nil then
        return known[word], after
    end
    return assert(tonumber(word), "no value"), after
end

lib.null = {}

function lib.json(text)
    local value, i = decode(text, 1)
    assert(not text:find("%S", i), "text after the value")
    return value
end

-- What is in one list and not in the other, as words; nil where they agree.
function lib.difference(a, in_a, b, in_b)
    local has, out = {}, {}
    for _, name in ipairs(a) do
        has[name] = (has[name] or 0) | 1
    end
    for _, name in ipairs(b) do
        has[name] = (has[name] or 0) | 2
    end
    for name, where in pairs(has) do
        if where ~= 3 then
            out[#out + 1] = ("%s only in %s"):format(name, where == 1 and in_a or in_b)
        end
    end
    table.sort(out)
    return #out > 0 and table.concat(out, ", ") or nil
end

return lib
