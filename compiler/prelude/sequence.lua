-- sequence.lua - layers over sequences [B, T, features]: recurrence, one loop over T in
-- the emitted C too, and attention.

local extent, describe, label = mf._extent, mf._describe, mf._label
local layers = mf._layers
local define, param, affine = layers.define, layers.param, layers.affine
local check_size, check_axis = layers.check_size, layers.check_axis
local weight_and_bias = layers.weight_and_bias

---------------------------------------------------------------- recurrence

-- The gates of [B, gates x hidden], each like the state.
local function gates_of(x, n, state)
    local gates = { x:split(n, 2) }
    for i = 1, n do
        gates[i] = gates[i]:reshape(state.shape) -- gives the dim its name back
    end
    return table.unpack(gates)
end

-- The initial states by layer; given[i] is the i-th state's tensor or list, or nil for
-- zeros like `zero`.
local function initial_states(layer, given, carries, zero)
    local start = {}
    for l = 1, layer.depth do
        start[l] = {}
    end
    for i = 1, carries do
        local one = given[i]
        local list = type(one) == "table" and one
        if list and #list ~= layer.depth then
            mf._fail("%s: a list of initial states has one for each layer, which makes %d, not %d: "
                .. "%s(x, %s) takes the states", layer.name, layer.depth, #list, layer.name,
                carries == 2 and "h, c" or "h")
        end
        for l = 1, layer.depth do
            local state = one == nil and zero or not list and one or list[l]
            mf._check_tensor(layer.name, "an initial state", state)
            if not mf._same_shape(zero, state) or state.dtype ~= zero.dtype then
                mf._note_made(state)
                mf._fail("%s: an initial state is %s, not %s%s", layer.name, describe(zero),
                    describe(state), mf._shapes_hint(zero, state))
            end
            start[l][i] = state
        end
    end
    return start
end

-- The states after the last turn: of the last layer, or of all where a list was given.
local function last_states(layer, given, carries, last)
    local states = { table.unpack(last[layer.depth]) }
    for i = 1, carries do
        if type(given[i]) == "table" then
            states[i] = {}
            for l = 1, layer.depth do
                states[i][l] = last[l][i]
            end
        end
    end
    return table.unpack(states)
end

-- Recurrent layers: x [B, T, in]. The input's part of all turns is one product before
-- the loop; a turn adds the hidden state's. cell(xw, hw, states) gives the new states, the
-- hidden one first; states are as many as `carries`. Initial ones may be given: a tensor,
-- or a list of them, one a layer, and then the last ones are such a list too. What goes
-- from one layer to the next may be dropped in part.
local function define_recurrent(kind, gates, carries, cell, inner_bias)
    define(kind, function(layer, inputs, hidden, opts)
        layer.inputs = check_size(kind, "the number of inputs", inputs)
        layer.hidden = check_size(kind, "the hidden size", hidden)
        opts = mf._options("nn." .. kind, opts, { layers = 1, bias = true, dropout = 0 })
        layer.depth = extent(check_size(kind, "layers", opts.layers))
        layer.name, layer.dropout = mf._number(kind:lower()), opts.dropout
        local h = extent(layer.hidden)
        for l = 1, layer.depth do
            local suffix = l == 1 and "" or "_" .. l
            local from = l == 1 and layer.inputs or layer.hidden
            local wide = gates == 1 and layer.hidden or gates * h
            local in_bound = mf._init_within(1 / math.sqrt(extent(from)))
            local hidden_bound = mf._init_within(1 / math.sqrt(h))
            param(layer, "weight_ih" .. suffix, { from, wide }, in_bound)
            param(layer, "weight_hh" .. suffix, { layer.hidden, wide }, hidden_bound)
            if opts.bias then
                param(layer, "bias_ih" .. suffix, { wide }, in_bound)
                param(layer, "bias_hh" .. suffix, { wide }, hidden_bound)
            end
        end
    end, function(layer, x, ...)
        x = check_axis(layer, x, -1, layer.inputs, "features")
        if x.rank ~= 3 then
            mf._fail("%s: takes x as [B, T, features], not %s", layer.name, describe(x))
        end
        local given = { ... }
        local start = initial_states(layer, given, carries, mf.zeros { x.shape[1], layer.hidden })
        local outs, last = x:transpose(1, 2), {} -- [T, B, features]
        for l = 1, layer.depth do
            local suffix = l == 1 and "" or "_" .. l
            local w_hh, b_hh = layer["weight_hh" .. suffix], layer["bias_hh" .. suffix]
            if l > 1 then
                outs = mf.dropout(outs, layer.dropout)
            end
            local xw = affine(outs, layer["weight_ih" .. suffix], layer["bias_ih" .. suffix])
            if b_hh and not inner_bias then
                xw, b_hh = xw + b_hh, nil
            end
            label("from_input", xw)
            last[l], outs = mf.scan(function(states, xw_t)
                local hw = label("from_state", affine(states[1], w_hh, b_hh))
                states = cell(xw_t, hw, states)
                label("h", states[1])
                return states, states[1]
            end, start[l], xw)
        end
        return outs:transpose(1, 2), last_states(layer, given, carries, last)
    end)
end

define_recurrent("RNN", 1, 1, function(xw, hw)
    return { mf.tanh(xw + hw) }
end)

-- The reset gate acts after the product, so bias_hh stays inside.
define_recurrent("GRU", 3, 1, function(xw, hw, states)
    local xr, xz, xn = gates_of(xw, 3, states[1])
    local hr, hz, hn = gates_of(hw, 3, states[1])
    local r, z = label("reset", mf.sigmoid(xr + hr)), label("update", mf.sigmoid(xz + hz))
    local n = label("candidate", mf.tanh(xn + r * hn))
    return { (1 - z) * n + z * states[1] }
end, true)

define_recurrent("LSTM", 4, 2, function(xw, hw, states)
    local i, f, g, o = gates_of(label("gates", xw + hw), 4, states[1])
    f, i = label("forget_gate", mf.sigmoid(f)), label("input_gate", mf.sigmoid(i))
    g = label("candidate", mf.tanh(g))
    local c = label("c", f * states[2] + i * g)
    return { label("output_gate", mf.sigmoid(o)) * mf.tanh(c), c }
end)

---------------------------------------------------------------- attention

local function check_features(layer, x)
    x = check_axis(layer, x, -1, layer.width, "features")
    if x.rank ~= 3 then
        mf._fail("%s: takes x as [B, T, features], not %s", layer.name, describe(x))
    end
    return x
end

-- What may follow x: a context, which is floating, and a mask, which is bool.
local function context_and_mask(layer, ...)
    local given, context, mask = { ... }, nil, nil
    for i = 1, select("#", ...) do
        local one = given[i]
        if one ~= nil then
            mf._check_tensor(layer.name, "the context or mask", one)
            if one.dtype == "bool" and not mask then
                mask = one
            elseif one.dtype ~= "bool" and one.dtype ~= "i32" and not (context or mask) then
                context = check_features(layer, one)
            else
                mf._fail("%s: takes x, one context for keys and values and a mask of dtype bool, "
                    .. "%s(x, context, mask), and not also %s", layer.name, layer.name,
                    describe(one))
            end
        end
    end
    if context and layer.causal then
        mf._note_made(context)
        mf._fail("%s: a causal layer attends from x to x alone, not to a context: leave causal out",
            layer.name)
    end
    return context, mask
end

-- q, k, v before they are taken apart by heads.
local function projections(layer, x, context)
    local w, b = layer.qkv.weight, layer.qkv.bias
    if not context then
        return label("qkv", affine(x, w, b)):split(3, 3)
    end
    local d = extent(layer.width)
    local function part(y, first, last)
        return affine(y, w:slice(2, first, last), b and b:slice(1, first, last))
    end
    return part(x, 1, d), label("kv", part(context, d + 1, 3 * d)):split(2, 3)
end

-- Attention of x [B, T, d] to itself, or to a context [B, S, d]. A mask is bool, and true
-- where a position (its rows) may look at another (its columns): [T, T], or anything that
-- broadcasts to [B, heads, T, T], with S for the second T where there is a context.
define("MultiHeadAttention", function(layer, d, heads, opts)
    layer.width = check_size("MultiHeadAttention", "the width", d)
    layer.heads = extent(check_size("MultiHeadAttention", "the number of heads", heads))
    if extent(layer.width) % layer.heads ~= 0 then
        mf._fail("nn.MultiHeadAttention: a width of %d does not divide into %d heads",
            extent(layer.width), layer.heads)
    end
    opts = mf._options("nn.MultiHeadAttention", opts, { "init", "out_init", causal = false,
        bias = true, dropout = 0 })
    layer.name, layer.causal = mf._number("multiheadattention"), opts.causal
    layer.dropout = opts.dropout
    layer.layers = {}
    for _, part in ipairs { "qkv", "out" } do
        local one = { kind = layer.kind, name = layer.name .. "." .. part }
        local wide = part == "qkv" and 3 * extent(layer.width) or layer.width
        local init = part == "out" and opts.out_init or opts.init
        weight_and_bias(one, { layer.width, wide }, wide, { init = init, bias = opts.bias })
        layer[part], layer.layers[#layer.layers + 1] = one, one
    end
end, function(layer, x, ...)
    x = check_features(layer, x)
    local context, mask = context_and_mask(layer, ...)
    local b, t, heads = x.shape[1], x.shape[2], layer.heads
    local size = extent(layer.width) // heads
    local q, k, v = projections(layer, x, context)
    local function by_head(name, y)
        return label(name, y:reshape { b, y.shape[2], heads, size })
    end
    q, k, v = by_head("q", q), by_head("k", k), by_head("v", v)
    local score = mf._contract(q, k, "bthd,bshd->bhts") * (1 / math.sqrt(size))
    if layer.causal then
        score = mf.where(mf.causal_mask(t), score, -math.huge)
    end
    if mask then
        score = mf.where(mask, score, -math.huge)
    end
    local weight = mf.dropout(mf.softmax(label("score", score), -1), layer.dropout)
    local y = label("heads", mf._contract(weight, v, "bhts,bshd->bthd"))
    y = affine(y:reshape { b, t, layer.width }, layer.out.weight, layer.out.bias)
    return label(layer.name, y)
end)
