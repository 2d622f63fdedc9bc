# Teaches encoder and both conditions what to say before a UNet listens: the context, what the
# picture's latent is; the time condition, which reaches every block, what category it shows.
# Letters: B batch, V voxels, G categories, T context tokens, D context width, Z latent channels, h x w latent,
# N <= T square cells of the latent, C x C pixels each. A token for each cell: what it says has a place.

class Conditioning(Module):
  __parameters__ = []
  __buffers__ = []
  training : bool
  encoder : __torch__.mindstream.encoder.Encoder
  condition_stage : __torch__.mindstream.encoder.Condition
  time_condition : __torch__.mindstream.unet.TimeCondition
  head : __torch__.mindstream.layers.Linear
  category_head : __torch__.mindstream.layers.Linear
  cell : int
  def context(self: __torch__.mindstream.condition.Conditioning, fmri: Tensor) -> Tensor:
    return (self.condition_stage).forward(((self.encoder).trace(fmri))[-1])
  def latent_error(self: __torch__.mindstream.condition.Conditioning, context: Tensor, latent: Tensor) -> Tensor:
    # mean squared error of a linear reading of each token against its cell (B, N, Z C C)
    cells = torch.transpose(torch.flatten(torch.pixel_unshuffle(latent, self.cell), 2), 1, 2)
    tokens = torch.slice(context, 1, 0, torch.size(cells, 1))
    return __torch__.mindstream.autoencoder.mean_square((self.head).forward(tokens), cells)
  def category_error(self: __torch__.mindstream.condition.Conditioning, context: Tensor, category: Tensor) -> Tensor:
    # cross entropy of a linear reading of the time condition; category (B, G), 1 in all
    read = torch.squeeze((self.category_head).forward((self.time_condition).forward(context)), 1)
    return torch.cross_entropy_loss(read, category)
  def loss(self: __torch__.mindstream.condition.Conditioning, fmri: Tensor, latent: Tensor, category: Tensor) -> Tensor:
    # a tenth of the cross entropy: both terms fall from numbers of about one size
    c = (self).context(fmri)
    return torch.add((self).latent_error(c, latent), (self).category_error(c, category), alpha=0.1)
