-- definitions.lua - mfc.d.lua, the definitions that let the Lua language server complete
-- and check scripts: every function that a script sees, with its types.

local t -- what cmd_help.c gives
local lines = {}

local function put(text, ...)
    lines[#lines + 1] = select("#", ...) > 0 and text:format(...) or text
end

local known = { Tensor = true, Layer = true, Sequential = true, Rng = true }

-- "x: Tensor, n?: Extent" with the prefix of our own types.
local function typed(text)
    return (text:gsub("%f[%w_%.]%u%w*", function(word)
        return known[word] and "mfc." .. word or word
    end))
end

-- The parameters of a row, in order: { name, optional, type } each. Commas inside
-- brackets belong to a type.
local function parameters(text)
    local list, depth, start = {}, 0, 1
    local function add(part)
        local name, mark, type = part:match "^%s*([%w_]+)(%??):%s*(.*)$"
        if name then
            list[#list + 1] = { name, mark, typed(type) }
        end
    end
    for i = 1, #text do
        local c = text:sub(i, i)
        if c:find "[%(%{<%[]" then
            depth = depth + 1
        elseif c:find "[%)%}>%]]" then
            depth = depth - 1
        elseif c == "," and depth == 0 then
            add(text:sub(start, i - 1))
            start = i + 1
        end
    end
    add(text:sub(start))
    return list
end

local needed = { -- options without which a call is an error
    ["mf.train"] = { loss = true, optimizer = true },
    ["mf.func"] = { inputs = true, outputs = true },
}

local function define_options(class, of, options)
    put("---@class (exact) %s", class)
    for _, o in ipairs(options) do
        put("---@field %s%s %s %s", o[1], needed[of] and needed[of][o[1]] and "" or "?", typed(o[2]),
            o[3])
    end
    put ""
end

-- One function or method: `as` is how it is written, "mf.exp" or "Tensor:exp".
local function define(as, name, row, class, skip)
    local list = {}
    put("---%s", row[3])
    for i, p in ipairs(parameters(row[1])) do
        if i > skip then
            put("---@param %s%s %s", p[1], p[2], p[3])
            list[#list + 1] = p[1]
        end
    end
    if class then
        local only = #parameters(row[1]) == 0 -- a call with a table alone
        put("---@param options%s %s", only and needed[name] and "" or "?", class)
        list[#list + 1] = "options"
    end
    if row[2] ~= "nil" then
        put("---@return %s", typed(row[2]))
    end
    put("function %s(%s) end\n", as, table.concat(list, ", "))
end

local function sorted(map)
    local names = {}
    for name in next, map do
        if name:sub(1, 1) ~= "_" then
            names[#names + 1] = name
        end
    end
    table.sort(names)
    return names
end

-- The rows of the scalar operators, which follow from their number of operands.
local function scalar_rows(scalars)
    local rows = {}
    for _, op in ipairs(scalars) do
        local more = op.arity == 1 and { "x: Tensor" } or op.arity == 2 and { "a: Number, b: Number" }
            or { "condition: Tensor, a: Number, b: Number" }
        rows[op.name] = { more[1], "Tensor", "element by element" }
    end
    return rows
end

local function row_of(group, name)
    local row = rawget(t.api.functions[group] or {}, name)
    if row == nil and (group == "mf" or group == "methods") then
        row = t.scalar[name] or rawget(t.api.functions.mf, name)
    end
    if row == nil then
        error(("api.lua has no row for %s.%s"):format(group, name))
    end
    return row
end

local function define_group(group, table_, prefix)
    for _, name in ipairs(sorted(table_)) do
        if type(rawget(table_, name)) == "function" then
            local row = row_of(group, name)
            local class = row[4] and ("mfc.%s.Options"):format(prefix == "mf" and name or group .. "." .. name)
            if class then
                define_options(class, prefix .. "." .. name, row[4])
            end
            define(prefix .. "." .. name, prefix .. "." .. name, row, class, 0)
        end
    end
end

local function define_types()
    for _, row in ipairs(t.api.types) do
        if row[2]:find "^[A-Z]" then
            put("---%s", row[2])
            put("---@class mfc.%s", row[1])
            if row[1] == "Dim" then
                put "---@field name string"
                put "---@field value integer"
                for _, op in ipairs { "add", "sub", "mul", "div", "idiv", "mod" } do
                    put("---@operator %s(number|mfc.Dim): number", op)
                end
            end
        else
            put("---@alias mfc.%s %s", row[1], row[2])
        end
        put ""
    end
end

local function define_tensor()
    put [[
---A tensor: a node of the graph.
---@class mfc.Tensor
---@field shape mfc.Shape
---@field rank integer
---@field dtype mfc.Dtype
---@field name string?]]
    for _, op in ipairs { "add", "sub", "mul", "div", "pow" } do
        put("---@operator %s(mfc.Number): mfc.Tensor", op)
    end
    put "---@operator unm: mfc.Tensor"
    put "local Tensor = {}\n"
    for _, name in ipairs(sorted(t.methods)) do
        local row = row_of("methods", name)
        local class = row[4] and ("mfc.%s.Options"):format(name)
        define("Tensor:" .. name, "Tensor:" .. name, row, class, 1)
    end
end

local layers = [[
---An object that owns parameters and is called on a tensor.
---@class mfc.Layer
---@field name string
---@field kind string
---@field weight mfc.Tensor
---@field bias mfc.Tensor?
---@field [string] any
---@overload fun(x: mfc.Tensor, ...: any): mfc.Tensor, mfc.Tensor, mfc.Tensor
local Layer = {}

---The parameters of it and of the layers within it.
---@return mfc.Tensor[]
function Layer:params() end

---@class mfc.Sequential: mfc.Layer
---@overload fun(x: mfc.Tensor): mfc.Tensor
local Sequential = {}

---@param layer mfc.Module
---@return mfc.Sequential
function Sequential:add(layer) end

---@class mfc.Rng
local Rng = {}
]]

return function(given)
    t = given
    t.scalar = scalar_rows(t.scalars)
    for _, row in ipairs(t.api.types) do
        known[row[1]] = true
    end
    put("---@meta mfc")
    put("-- Definitions for editors, written by mfc %s: mfc help --definitions\n", t.version)
    define_types()
    put(layers)
    for _, name in ipairs(sorted(t.api.functions.rng)) do
        define("Rng:" .. name, "Rng:" .. name, t.api.functions.rng[name], nil, 0)
    end
    put "---@class mfc"
    put "local mf = {}\n"
    define_group("mf", t.mf, "mf")
    for _, group in ipairs(t.api.groups) do
        put("mf.%s = {}\n", group)
        define_group(group, rawget(t.mf, group), "mf." .. group)
    end
    define_tensor()
    put "return mf"
    return table.concat(lines, "\n") .. "\n"
end
