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
  # gradient norm, decay of the average. Gives the gradient's norm before clipping. Memory is what
  # this waits for: as few passes over N numbers as there are operations for.
  rate, weight_decay, beta1, beta2, bias1, bias2, largest, keep = torch.unbind(rates)
  g = __torch__.mindstream.optimizer.gradient(loss, parameters)
  norm = torch.norm(g)
  clipped = torch.mul_(g, torch.clamp(torch.div(largest, torch.add(norm, 1e-06)), None, 1.))
  first = torch.lerp_(m, g, torch.rsub(beta1, 1))
  second = torch.addcmul_(torch.mul_(v, beta2), g, g, value=float(torch.rsub(beta2, 1)))
  # both sides of m / (sqrt(v / bias2) + eps) times sqrt(bias2)
  root = torch.sqrt(bias2)
  divisor = torch.add_(torch.sqrt(v), torch.mul(root, 1e-08))
  shrunk = torch.mul_(values, torch.rsub(torch.mul(decayed, torch.mul(rate, weight_decay)), 1))
  length = torch.div(torch.mul(rate, root), bias1)
  moved = torch.addcdiv_(values, m, divisor, value=float(torch.neg(length)))
  averaged = torch.lerp_(average, values, torch.rsub(keep, 1))
  stored = __torch__.mindstream.optimizer.store(parameters, values)
  return norm
