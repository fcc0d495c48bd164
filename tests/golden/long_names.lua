-- Long names: whole in formulas as far as 32 letters go; the comment of a member of the
-- struct that leaves no room for it stands above.
local mf = require "mfc"
local x = mf.input("x", { 3 })
local scale = mf.param("amount_per_customer_and_day", { 3 }, mf.init.ones())
local bias = mf.param("normalised_transaction_amount_per_customer", { 3 })
local predicted_probability_of_a_purchase_next_month = (x * scale + bias):cumsum(1)
local square = predicted_probability_of_a_purchase_next_month ^ 2
return mf.program {
  train = mf.train { loss = square:cumsum(1):sum(), optimizer = mf.optim.Adam {}, steps = 2 },
}
