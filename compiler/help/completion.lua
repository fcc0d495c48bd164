-- completion.lua - what bash, zsh and fish offer after mfc, and after a trainer. Every
-- file defines a function for trainers too, whose names we do not know: after
-- `mfc run SCRIPT --` it serves by itself, and the opening comment says how to bind it.

local lines = {}
local function put(text, ...)
    lines[#lines + 1] = select("#", ...) > 0 and text:format(...) or text
end

-- Both spellings of every option of a command.
local function spellings(command)
    local list = {}
    for _, o in ipairs(command.options) do
        list[#list + 1] = o.name
        list[#list + 1] = o.other
    end
    return list
end

local function names(list)
    local out = {}
    for i, item in ipairs(list) do
        out[i] = item.name
    end
    return table.concat(out, " ")
end

-- What may follow an option: "words" and a list, "folder", "file", or "any".
local function value_kind(o)
    if #o.choices > 0 then
        return "words"
    elseif o.value == "DIR" then
        return "folder"
    elseif o.value:find "FILE" or o.value == "PATH" then
        return "file"
    end
    return "any"
end

-- Each option with a value, and the patterns that "COMMAND OPTION" then fits: all
-- commands where none takes the name without a value.
local function valued(tool)
    local list, at, bare = {}, {}, {}
    for _, c in ipairs(tool.commands) do
        for _, o in ipairs(c.options) do
            local row = at[o.name]
            if not o.value then
                bare[o.name] = true
            elseif row then
                row.commands[#row.commands + 1] = c.name
            else
                at[o.name] = { option = o, commands = { c.name } }
                list[#list + 1] = at[o.name]
            end
        end
    end
    for _, row in ipairs(list) do
        local patterns = {}
        for _, name in ipairs { row.option.name, row.option.other } do
            for _, command in ipairs(bare[name] and row.commands or { "*" }) do
                patterns[#patterns + 1] = command == "*" and ("*' %s'"):format(name)
                    or ("'%s %s'"):format(command, name)
            end
        end
        row.patterns = table.concat(patterns, "|")
    end
    return list
end

local function quoted(text)
    return "'" .. text:gsub("'", "'\\''") .. "'"
end

---------------------------------------------------------------- bash

-- A function that sets COMPREPLY from the command in $1.
local function bash_tool(tool, name)
    put("%s_options() {\n    case $1 in", name)
    for _, c in ipairs(tool.commands) do
        put("    %s) echo '%s' ;;", c.name, table.concat(spellings(c), " "))
    end
    put "    esac\n}\n"
    put("%s_value() { # COMMAND OPTION WORD: what may follow it; fails if nothing does\n"
        .. "    case \"$1 $2\" in", name)
    local files, folders, others = {}, {}, {}
    for _, row in ipairs(valued(tool)) do
        local kind = value_kind(row.option)
        if kind == "words" then
            put("    %s) COMPREPLY=($(compgen -W '%s' -- \"$3\")) ;;", row.patterns,
                table.concat(row.option.choices, " "))
        else
            local list = kind == "file" and files or kind == "folder" and folders or others
            list[#list + 1] = row.patterns
        end
    end
    for _, case in ipairs { { files, 'COMPREPLY=($(compgen -f -- "${3#*=}"))' },
        { folders, 'COMPREPLY=($(compgen -d -- "$3"))' }, { others, "COMPREPLY=()" } } do
        if #case[1] > 0 then
            put("    %s) %s ;;", table.concat(case[1], "|"), case[2])
        end
    end
    put "    *) return 1 ;;\n    esac\n}\n"
end

local bash_main = [=[
_mfc_trainer() { # [NUMBER OF THE PROGRAM'S WORD]
    local at=0 word=${COMP_WORDS[COMP_CWORD]} command
    [[ $1 =~ ^[0-9]+$ ]] && at=$1
    command=${COMP_WORDS[at + 1]}
    [[ $command == -* || -z $command ]] && command=train
    _mfc_trainer_value "$command" "${COMP_WORDS[COMP_CWORD - 1]}" "$word" && return
    if [[ $word == -* ]]; then
        COMPREPLY=($(compgen -W "$(_mfc_trainer_options "$command")" -- "$word"))
    elif ((COMP_CWORD == at + 1)); then
        COMPREPLY=($(compgen -W '@trainer@' -- "$word"))
    else
        COMPREPLY=($(compgen -f -- "$word"))
    fi
}

_mfc() {
    local word=${COMP_WORDS[COMP_CWORD]} command=${COMP_WORDS[1]} i
    COMPREPLY=()
    for ((i = 2; i < COMP_CWORD; i++)); do
        [[ ${COMP_WORDS[i]} == -- && $command == run ]] && { _mfc_trainer "$i"; return; }
    done
    if ((COMP_CWORD == 1)); then
        COMPREPLY=($(compgen -W '@mfc@ --help --version' -- "$word"))
    elif _mfc_value "$command" "${COMP_WORDS[COMP_CWORD - 1]}" "$word"; then
        return
    elif [[ $word == -* ]]; then
        COMPREPLY=($(compgen -W "$(_mfc_options "$command")" -- "$word"))
    elif [[ $command == help ]]; then
        COMPREPLY=($(compgen -W '@mfc@' -- "$word"))
    else
        COMPREPLY=($(compgen -f -X '!*.lua' -- "$word") $(compgen -d -- "$word"))
    fi
}

complete -o filenames -F _mfc mfc]=]

local function bash(tools, version)
    put("# Completion of bash for mfc %s, made by `mfc help --completion bash`. For a trainer\n"
        .. "# of yours: complete -o filenames -F _mfc_trainer ./net\n", version)
    bash_tool(tools.trainer, "_mfc_trainer")
    bash_tool(tools.mfc, "_mfc")
    put((bash_main:gsub("@(%l+)@", function(tool)
        return names(tools[tool].commands)
    end)))
end

---------------------------------------------------------------- zsh

-- A row of _arguments: '(-o --out)'{-o,--out}'[doc]:FILE:_files'
local function zsh_option(o)
    local doc = o.doc:gsub("[%[%]:\\]", "\\%0")
    local value = ""
    if o.value then
        local kind = value_kind(o)
        local action = kind == "words" and "(" .. table.concat(o.choices, " ") .. ")"
            or kind == "file" and "_files" or kind == "folder" and "_files -/" or " "
        value = (":%s:%s"):format(o.value:gsub("[:%[%]]", "\\%0"), action)
    end
    local again = o.doc:find "repeated" and "*" or ""
    if o.other then
        return ("'(%s %s)'{%s,%s}%s"):format(o.name, o.other, o.name, o.other,
            quoted("[" .. doc .. "]" .. value))
    end
    return quoted(again .. o.name .. "[" .. doc .. "]" .. value)
end

local function zsh_tool(tool, name, rest)
    put("%s_commands() {\n    local -a commands=(", name)
    for _, c in ipairs(tool.commands) do
        put("        %s", quoted(c.name .. ":" .. c.doc))
    end
    put "    )\n    _describe command commands\n}\n"
    put("%s_options() {\n    case $1 in", name)
    for _, c in ipairs(tool.commands) do
        put("    %s) _arguments \\", c.name)
        for _, o in ipairs(c.options) do
            put("        %s \\", zsh_option(o))
        end
        put("        %s ;;", rest(c))
    end
    put "    esac\n}\n"
end

local zsh_main = [=[
_mfc_trainer() {
    local command=${words[2]}
    if [[ -z $command || $command == -* ]]; then
        command=train
        ((CURRENT == 2)) && [[ $command != -* ]] && _mfc_trainer_commands
    elif ((CURRENT == 2)); then
        _mfc_trainer_commands
        return
    else
        shift words
        ((CURRENT--))
    fi
    _mfc_trainer_options $command
}

_mfc() {
    local split=${words[(ie)--]}
    if [[ ${words[2]} == run ]] && ((split < CURRENT)); then
        words=("${words[@]:$split - 1}")
        ((CURRENT -= split - 1))
        _mfc_trainer
    elif ((CURRENT == 2)); then
        _mfc_commands
        [[ $PREFIX == -* ]] && _arguments '--help[print the commands]' '--version[print the version]'
    else
        local command=${words[2]}
        shift words
        ((CURRENT--))
        _mfc_options $command
    fi
}

[[ ${funcstack[1]} == _mfc ]] && _mfc "$@" || compdef _mfc mfc]=]

local function zsh(tools, version)
    put "#compdef mfc"
    put("# Completion of zsh for mfc %s, made by `mfc help --completion zsh`. For a trainer of\n"
        .. "# yours: compdef _mfc_trainer net\n", version)
    zsh_tool(tools.trainer, "_mfc_trainer", function() return "'*:file:_files'" end)
    zsh_tool(tools.mfc, "_mfc", function(c)
        return c.name == "help" and "'*:command:_mfc_commands'" or "'*:script:_files -g \"*.lua(-.)\"'"
    end)
    put(zsh_main)
end

---------------------------------------------------------------- fish

local function fish_option(program, condition, o)
    for _, name in ipairs { o.name, o.other } do
        local flag, word = name:match "^(%-%-?)(.*)$"
        local how = flag == "--" and "-l" or "-s"
        local value = ""
        if o.value then
            local kind = value_kind(o)
            value = kind == "words" and " -x -a " .. quoted(table.concat(o.choices, " "))
                or kind == "file" and " -r -F"
                or kind == "folder" and " -x -a '(__fish_complete_directories)'" or " -x"
        end
        put("complete -c %s -n %s %s %s%s -d %s", program, quoted(condition), how, word, value,
            quoted(o.doc))
    end
end

local function fish(tools, version)
    put("# Completion of fish for mfc %s, made by `mfc help --completion fish`. For a trainer of\n"
        .. "# yours: mfc_complete_trainer net\n", version)
    put "complete -c mfc -f"
    put "complete -c mfc -n __fish_use_subcommand -l help -d 'print the commands'"
    put "complete -c mfc -n __fish_use_subcommand -l version -d 'print the version'"
    for _, c in ipairs(tools.mfc.commands) do
        put("complete -c mfc -n __fish_use_subcommand -a %s -d %s", c.name, quoted(c.doc))
        local here = "__fish_seen_subcommand_from " .. c.name
        for _, o in ipairs(c.options) do
            fish_option("mfc", here, o)
        end
        if c.name == "help" then
            put("complete -c mfc -n %s -a %s", quoted(here), quoted(names(tools.mfc.commands)))
        elseif c.usage:find "SCRIPT" then
            put("complete -c mfc -n %s -a %s", quoted(here), quoted "(__fish_complete_suffix .lua)")
        end
    end
    local commands = names(tools.trainer.commands)
    put "\nfunction mfc_complete_trainer -a program"
    for _, c in ipairs(tools.trainer.commands) do
        put("complete -c $program -n __fish_use_subcommand -a %s -d %s", c.name, quoted(c.doc))
        local here = "__fish_seen_subcommand_from " .. c.name
        if c.name == "train" then -- what happens without a command
            here = ("%s; or not __fish_seen_subcommand_from %s"):format(here, commands)
        end
        for _, o in ipairs(c.options) do
            fish_option("$program", here, o)
        end
    end
    put "end"
end

local shells = { bash = bash, zsh = zsh, fish = fish }

return function(t)
    shells[t.subject](t.tools, t.version)
    return table.concat(lines, "\n") .. "\n"
end
