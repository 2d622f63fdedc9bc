# Sparse-coded masked brain modelling: the encoder sees some patches, a small decoder fills in the rest.
# Letters: B batch, V voxels, P patch size, L patches, K visible patches, E encoder width, F decoder width.

class MaskedModelling(Module):
  __parameters__ = ["mask_token", "positions", ]
  __buffers__ = []
  training : bool
  encoder : __torch__.mindstream.encoder.Encoder
  embed : __torch__.mindstream.layers.Linear
  mask_token : Tensor
  positions : Tensor
  blocks : __torch__.mindstream.wiring.MaskedBlocks
  norm : __torch__.mindstream.layers.LayerNorm
  predict : __torch__.mindstream.layers.Linear
  def patches(self: __torch__.mindstream.masked.MaskedModelling, fmri: Tensor) -> Tensor:
    # (B, 1, V) -> (B, L, P)
    return torch.unflatten(torch.squeeze(fmri, 1), 1, [-1, torch.size(self.encoder.patch_weight, 2)])
  def seen(self: __torch__.mindstream.masked.MaskedModelling, fmri: Tensor, visible: Tensor) -> Tensor:
    # fmri (B, 1, V), visible (B, K, 1): indices of patches -> (B, K, E)
    e = self.encoder
    h = torch.transpose(torch.conv1d(fmri, e.patch_weight, e.patch_bias, [torch.size(e.patch_weight, 2)]), 1, 2)
    placed = torch.add(h, torch.slice(e.positions, 1, 1))
    chosen = torch.gather(placed, 1, torch.expand(visible, [-1, -1, torch.size(placed, 2)]))
    return (e.norm).forward(((e.blocks).forward(chosen))[-1])
  def filled(self: __torch__.mindstream.masked.MaskedModelling, seen: Tensor, visible: Tensor, like: Tensor) -> Tensor:
    # (B, K, E) -> (B, L, P): the mask token stands for each hidden patch
    h = (self.embed).forward(seen)
    every = torch.expand(self.mask_token, [torch.size(like, 0), torch.size(like, 1), -1])
    all = torch.scatter(every, 1, torch.expand(visible, [-1, -1, torch.size(h, 2)]), h)
    placed = torch.add(all, torch.slice(self.positions, 1, 1))
    return (self.predict).forward((self.norm).forward(((self.blocks).forward(placed))[-1]))
  def loss(self: __torch__.mindstream.masked.MaskedModelling, fmri: Tensor, visible: Tensor) -> Tensor:
    # mean squared error over the hidden patches alone
    index = torch.unsqueeze(visible, 2)
    target = (self).patches(fmri)
    found = (self).filled((self).seen(fmri, index), index, target)
    d = torch.sub(found, target)
    error = torch.mean(torch.mul(d, d), [2])
    hidden = torch.scatter(torch.ones_like(error), 1, visible, 0.)
    return torch.div(torch.sum(torch.mul(error, hidden)), torch.sum(hidden))
