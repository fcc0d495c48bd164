-- core.lua - the first file of the prelude. The table mf holds the functions in C
-- already; names that begin with _ are for the prelude's own use:
--
--     _public(t, name, fn)   a function of the user's: errors and nodes name his line
--     _options(what, given, defaults)   a checked copy; "name" alone: no default
--     _fail(format, ...)  _note(tensor, format, ...)  _describe(v)
--     _heal(format, ...)     as _fail, but it may return: go on with a value of that type
--     _param{...}  _number(kind)  _stat(stat, value, witness)  _mode(training, inference)
--     _axis(x, axis)         the number of an axis, from 1
--     _slide _fold _contract _gather _scatter   operators by axes and letters

mf.init, mf.loss, mf.nn, mf.metric, mf.optim = {}, {}, {}, {}, {}
