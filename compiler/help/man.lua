-- man.lua - the manual pages mfc(1), mfc-trainer(1) and mfc-lua(5), from the tables of
-- commands and options and from api.lua.

local lines = {}
local function put(text, ...)
    lines[#lines + 1] = select("#", ...) > 0 and text:format(...) or text
end

-- The ways to call a tool, one a line.
local function synopsis(tool, program)
    put ".SH SYNOPSIS"
    for i, c in ipairs(tool.commands) do
        put("%s.B %s", i > 1 and ".br\n" or "", (program .. " " .. c.usage):gsub("%-", "\\-"))
    end
end

-- Text for roff: minus signs and backslashes as they are, no line that is a request.
local function roff(text)
    return (text:gsub("\\", "\\e"):gsub("%-", "\\-"):gsub("%f[^\n\0][.']", "\\&%0"))
end

local function section(title)
    put(".SH " .. title)
end

local function paragraph(text)
    if not lines[#lines]:find "^%.SH" then
        put ".PP"
    end
    put(roff(text))
end

-- A line in bold, and what it means, indented.
local function entry(head, text)
    put ".TP"
    put("\\fB%s\\fR", roff(head))
    put(roff(text))
end

local function example(text)
    put((lines[#lines]:find "^%.SH" and "" or ".PP\n") .. ".RS 4\n.nf")
    put(roff(text))
    put ".fi\n.RE"
end

local function option_head(o)
    local names = "\\fB" .. roff(o.name) .. (o.other and "\\fR, \\fB" .. roff(o.other) or "") .. "\\fR"
    return o.value and names .. " \\fI" .. roff(o.value) .. "\\fR" or names
end

local function options(command)
    for _, o in ipairs(command.options) do
        local doc = o.doc
        if #o.choices > 0 and not o.value:find "|" then
            doc = doc .. ": " .. table.concat(o.choices, ", ")
        end
        put ".TP"
        put(option_head(o))
        put(roff(doc) .. ".")
    end
end

local function commands(tool, program)
    section "COMMANDS"
    for _, c in ipairs(tool.commands) do
        put(".SS %s", roff(program .. " " .. c.usage))
        put(roff((c.doc:gsub("^%l", string.upper)) .. "."))
        if c.notes then
            put(roff(c.notes))
        end
        options(c)
    end
end

local function head(name, number, what, version)
    put('.TH %s %d "" "mfc %s" "mfc"', name:upper(), number, version)
    section "NAME"
    put(roff(name .. " - " .. what))
end

local pages = {}

pages["mfc"] = function(t)
    head("mfc", 1, "compile neural networks, written as Lua scripts, to C", t.version)
    synopsis(t.tools.mfc, "mfc")
    section "DESCRIPTION"
    paragraph "mfc runs a Lua script once, which builds a graph, and turns the graph into one C file that trains the network: forward pass, gradients, optimiser, data, checkpoints and command line. The C needs nothing but a C compiler."
    paragraph "The script is described in mfc-lua(5), the program that comes out in mfc-trainer(1)."
    commands(t.tools.mfc, "mfc")
    section "ENVIRONMENT"
    entry("CC", "The C compiler of mfc build and mfc run, split at spaces; cc unless given. Its options come after those of mfc: CC=\"cc -O1\" builds faster.")
    entry("XDG_CACHE_HOME", "Where mfc run and mfc build keep what they built, in the folder mfc; ~/.cache unless given.")
    entry("TMPDIR", "Where mfc run builds without a cache; /tmp unless given.")
    entry("MFC_THREADS, OMP_NUM_THREADS", "At most so many threads in a trainer.")
    section "DIAGNOSTICS"
    paragraph "Messages go to standard error, with the line of the script. Errors that do not follow from each other are all told, up to twenty. The last line names the kinds of mistakes: mfc explain shows what each means, with an example. With --diagnostics=json each is a JSON object on a line of its own, with the members code, severity, file, line, message, notes and help."
    section "EXIT STATUS"
    entry("0", "Done.")
    entry("1", "The script is wrong.")
    entry("2", "The command line is wrong.")
    entry("3", "A file cannot be read or written, or the C compiler failed.")
    entry("4", "A limit was reached.")
    entry("70", "A bug in mfc.")
    section "EXAMPLES"
    example "mfc new net\ncd net\nmfc check net.lua\nmfc run net.lua -- --epochs 10\nmfc compile net.lua --standalone -o net.c\ncc -O3 net.c -o net -lm"
    section "SEE ALSO"
    put ".BR mfc\\-trainer (1),\n.BR mfc\\-lua (5)"
end

pages["mfc-trainer"] = function(t)
    head("mfc-trainer", 1, "the command line of the programs that mfc makes", t.version)
    synopsis(t.tools.trainer, "net")
    section "DESCRIPTION"
    paragraph "mfc build net.lua makes the program net, which trains the network of the script, evaluates it and calls its functions. Parameters and checkpoints are safetensors files. Results go to standard output, progress to standard error."
    commands(t.tools.trainer, "net")
    section "SIGNALS"
    paragraph "SIGINT and SIGTERM end training after the step that is being done; a checkpoint is written if there is a folder for it."
    section "ENVIRONMENT"
    entry("MFC_THREADS, OMP_NUM_THREADS", "How many threads, unless --threads says it; else the processors that it may use. Results do not depend on it.")
    section "EXIT STATUS"
    entry("0", "Finished.")
    entry("2", "The command line is wrong.")
    entry("3", "Data or a checkpoint cannot be read, or do not fit the network.")
    entry("4", "Training diverged.")
    entry("5", "The self-test failed.")
    entry("70", "A bug.")
    entry("130, 143", "Stopped by a signal.")
    section "SEE ALSO"
    put ".BR mfc (1),\n.BR mfc\\-lua (5)"
end

local titles = {
    mf = "FUNCTIONS OF MF", nn = "LAYERS: MF.NN", loss = "LOSSES: MF.LOSS", init = "INITIALISERS: MF.INIT",
    metric = "METRICS: MF.METRIC", optim = "OPTIMISERS AND SCHEDULES: MF.OPTIM", data = "DATA: MF.DATA",
}

local function sorted(map)
    local names = {}
    for name in pairs(map) do
        names[#names + 1] = name
    end
    table.sort(names)
    return names
end

-- "x, axis?" of "x: Tensor, axis?: Axis"; types may hold commas within brackets.
local function argument_names(text)
    local flat = text:gsub("%b()", ""):gsub("%b{}", ""):gsub("%b<>", "")
    local list = {}
    for name in flat:gmatch "([%w_]+%??):" do
        list[#list + 1] = name
    end
    return list
end

local function functions(t, group, prefix)
    section(titles[group])
    for _, name in ipairs(sorted(t.api.functions[group])) do
        local row = t.api.functions[group][name]
        local arguments = argument_names(row[1])
        if row[4] then
            arguments[#arguments + 1] = "{ ... }"
        end
        entry(("%s.%s(%s)"):format(prefix, name, table.concat(arguments, ", ")), row[3] .. ".")
        for _, o in ipairs(row[4] or {}) do
            put(".br\n\\fI%s\\fR%s", roff(o[1]), o[3] ~= "" and ": " .. roff(o[3]) or "")
        end
    end
end

pages["mfc-lua"] = function(t)
    head("mfc-lua", 5, "the scripts that mfc compiles", t.version)
    section "DESCRIPTION"
    paragraph "A script is an ordinary Lua 5.4 program that runs once, inside the compiler. It builds a graph and returns mf.program { ... }. Nothing numeric runs in Lua: loops and functions are the macro system."
    example 'local mf = require "mfc"\nlocal B = mf.dim("B", 32)\nlocal x = mf.input("x", { B, 4 })\nlocal y = mf.input("y", { B, 1 })\nlocal out = mf.nn.Linear(4, 1)(x):as "out"\nreturn mf.program {\n  data = mf.data.csv { "data.csv", x = { columns = "1:4" }, y = { columns = "5" } },\n  train = mf.train { loss = mf.loss.mse(out, y), optimizer = mf.optim.Adam { lr = 1e-3 }, epochs = 10 },\n  funcs = { predict = mf.func { inputs = { x }, outputs = { out }, dims = { B = 1 } } },\n}'
    paragraph "Operators + - * / ^ and unary - work element by element, with NumPy's broadcasting. Two dims agree only if they are the same named dim or the same plain number. Axes count from 1, from the end with -1, or are named by their dim; data count from 0. Every operation is a function of mf and a method: mf.exp(x) and x:exp()."
    section "SCALAR OPERATORS"
    local names = {}
    for i, op in ipairs(t.scalars) do
        names[i] = op.name
    end
    paragraph(table.concat(names, " "))
    functions(t, "mf", "mf")
    for _, group in ipairs(t.api.groups) do
        functions(t, group, "mf." .. group)
    end
    section "SEE ALSO"
    put ".BR mfc (1),\n.BR mfc\\-trainer (1)"
end

return function(t)
    pages[t.subject](t)
    return table.concat(lines, "\n") .. "\n"
end
