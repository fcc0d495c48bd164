-- options.lua - every option of every command, of mfc and of a trainer, is the same in
-- --help, in the manual page and in the completion of bash, zsh and fish.
--     lua options.lua MFC TRAINER FOLDER
local lib = require "lib"
local mfc, trainer, folder = table.unpack(arg)

-- The options in the left column of a help text.
local function in_help(text)
    local list = {}
    for line in text:gmatch "[^\n]+" do
        local left = line:match "^  (%-.-)  " or line:match "^  (%-%S+ ?%S*) "
            or line:match "^  (%-.*)$"
        for name in (" " .. (left or "")):gmatch "%s(%-%-?%a[%w%-]*)" do
            list[#list + 1] = name
        end
    end
    return list
end

-- Those of the section of a command in a manual page.
local function in_page(page, heading)
    local list, inside = {}, false
    for line in page:gmatch "[^\n]+" do
        local title = line:match "^%.SS (.*)" or line:match "^%.SH (.*)"
        if title then
            inside = title:gsub("\\%-", "-"):find(heading, 1, true) == 1
        elseif inside and line:find "^\\fB\\%-" then
            for name in line:gsub("\\%-", "-"):gmatch "\\fB(%-[%w%-]+)" do
                list[#list + 1] = name
            end
        end
    end
    return list
end

local function words(text)
    local list = {}
    for word in text:gmatch "%S+" do
        list[#list + 1] = word
    end
    return list
end

local shell_file = {}
for _, shell in ipairs { "bash", "zsh", "fish" } do
    shell_file[shell] = ("%s/completion.%s"):format(folder, shell)
    lib.write(shell_file[shell], (lib.run(("%s help --completion %s"):format(mfc, shell))))
end

local function in_bash(words_before)
    lib.write(folder .. "/ask.bash", (". '%s'\nCOMP_WORDS=(%s -)\nCOMP_CWORD=$((${#COMP_WORDS[@]} - 1))\n"
        .. "_mfc\nprintf '%%s\\n' \"${COMPREPLY[@]}\"\n"):format(shell_file.bash, words_before))
    return words((lib.run(("bash '%s/ask.bash'"):format(folder))))
end

local function in_zsh(tool, command)
    local text = lib.read(shell_file.zsh)
    local block = text:match(("\n_mfc%s_options%%(%%) {\n(.-)\n}"):format(tool)) or ""
    block = ("\n" .. block):match(("\n    %s%%) _arguments \\\n(.-) ;;"):format(command:gsub("%-", "%%-"))) or ""
    local list = {}
    for line in block:gmatch "[^\n]+" do
        local both = line:match "{(.-)}"
        for name in (both or line:match "^%s*'%*?(%-[%w%-]+)%[" or ""):gmatch "[^,]+" do
            list[#list + 1] = name
        end
    end
    return list
end

local function in_fish(command_line)
    local list = {}
    for _, prefix in ipairs { "-", "--" } do
        local text = lib.run(("fish -c 'source %s; mfc_complete_trainer net; complete -C \"%s %s\"'")
            :format(shell_file.fish, command_line, prefix))
        for line in text:gmatch "[^\n]+" do
            list[#list + 1] = line:match "^%S+"
        end
    end
    return list
end

local function compare(what, help, ...)
    local why = #help == 0 and "--help has none" or nil
    for i = 1, select("#", ...), 2 do
        local where, list = select(i, ...)
        why = why or lib.difference(help, "--help", list, where)
    end
    lib.result("options of " .. what, why)
end

local has_bash = select(2, lib.run "command -v bash") == 0
local has_fish = select(2, lib.run "command -v fish") == 0
if not has_bash then
    print "skip help/completion of bash: it is not installed"
end
if not has_fish then
    print "skip help/completion of fish: it is not installed"
end
for shell, file in pairs(shell_file) do
    if select(2, lib.run("command -v " .. shell)) == 0 then
        lib.result(shell .. " reads its completion", select(2, lib.run(("%s -n '%s'"):format(shell, file))) ~= 0
            and lib.run(("%s -n '%s'"):format(shell, file)) or nil)
    end
end

local page = lib.run(mfc .. " help --man mfc")
for name in (lib.run(mfc .. " help")):gmatch "\n  mfc (%S+)" do
    local help = in_help((lib.run(("%s %s --help"):format(mfc, name))))
    compare("mfc " .. name, help, "the manual page", in_page(page, "mfc " .. name .. " "),
        "zsh's completion", in_zsh("", name),
        "bash's completion", has_bash and in_bash("mfc " .. name) or help,
        "fish's completion", has_fish and in_fish("mfc " .. name) or help)
end

page = lib.run(mfc .. " help --man mfc-trainer")
local text = lib.run(trainer .. " --help")
local program = text:match "^(%w+):"
for line in text:gmatch(("\n  %s ([^\n]+)"):format(program)) do
    local name = line:match "^%[(%S+)%]" or line:match "^(%S+)"
    local help = in_help((lib.run(("%s %s --help"):format(trainer, name))))
    compare("a trainer's " .. name, help, "the manual page", in_page(page, "net " .. line),
        "zsh's completion", in_zsh("_trainer", name),
        "bash's completion", has_bash and in_bash("mfc run x.lua -- " .. name) or help,
        "fish's completion", has_fish and in_fish("net " .. name) or help)
end
os.exit(not lib.failed)
