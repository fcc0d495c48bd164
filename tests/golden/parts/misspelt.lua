local mf = require "mfc"
return function(x)
  local hidden = x:relu()
  return hiden + later
end
