# AdamW with a global gradient norm clip and a moving average of the weights, in one call a step.
# All parameters of a stage lie end to end in one vector of N numbers, in the order of the list.

def store(parameters: List[Tensor], values: Tensor) -> int:
  # values (N) become the parameters; gives N
  offset = 0
  for i in range(torch.len(parameters)):
    p = torch.detach(parameters[i])
    end = torch.add(offset, torch.numel(p))
    q = torch.copy_(p, torch.view_as(torch.slice(values, 0, offset, end), p))
    offset = end
  return offset

def gradient(loss: Tensor, parameters: List[Tensor]) -> Tensor:
  # (N); zero for a parameter that the loss does not depend on
  found = torch.grad([loss], parameters, None, None, False, True)
  parts = annotate(List[Tensor], [])
  for i in range(torch.len(parameters)):
    g = found[i]
    if g is None:
      part = torch.zeros_like(torch.detach(parameters[i]))
    else:
      part = unchecked_cast(Tensor, g)
    parts1 = torch.append(parts, torch.flatten(part))
  return torch.cat(parts)

def update(loss: Tensor, parameters: List[Tensor], values: Tensor, m: Tensor, v: Tensor, average: Tensor, decayed: Tensor, rates: Tensor) -> Tensor:
  # values, moments m and v, average (N) change in place; decayed (N) is 1 where weight decay acts.
  # rates (8): learning rate, weight decay, beta1, beta2, 1 - beta1^step, 1 - beta2^step, largest
  # gradient norm, decay of the average. Gives the gradient's norm before clipping.
  rate, weight_decay, beta1, beta2, bias1, bias2, largest, keep = torch.unbind(rates)
  g = __torch__.mindstream.optimizer.gradient(loss, parameters)
  norm = torch.norm(g)
  g1 = torch.mul(g, torch.clamp(torch.div(largest, torch.add(norm, 1e-06)), None, 1.))
  m1 = torch.add_(torch.mul_(m, beta1), torch.mul(g1, torch.rsub(beta1, 1)))
  v1 = torch.add_(torch.mul_(v, beta2), torch.mul(torch.mul(g1, g1), torch.rsub(beta2, 1)))
  direction = torch.div(torch.div(m1, bias1), torch.add(torch.sqrt(torch.div(v1, bias2)), 1e-08))
  shrunk = torch.mul_(values, torch.rsub(torch.mul(torch.mul(rate, weight_decay), decayed), 1))
  moved = torch.sub_(shrunk, torch.mul(rate, direction))
  averaged = torch.add_(torch.mul_(average, keep), torch.mul(moved, torch.rsub(keep, 1)))
  stored = __torch__.mindstream.optimizer.store(parameters, moved)
  return norm
