# Teaches encoder and mapper to say what the picture's latent is, before a UNet listens to them.
# Letters: B batch, V voxels, T context tokens, D context width, Z latent channels, h x w latent,
# N <= T square cells of the latent, C x C pixels each. A token for each cell: what it says has a place.

class Conditioning(Module):
  __parameters__ = []
  __buffers__ = []
  training : bool
  encoder : __torch__.mindstream.encoder.Encoder
  condition_stage : __torch__.mindstream.encoder.Condition
  head : __torch__.mindstream.layers.Linear
  cell : int
  def context(self: __torch__.mindstream.condition.Conditioning, fmri: Tensor) -> Tensor:
    return (self.condition_stage).forward(((self.encoder).trace(fmri))[-1])
  def loss(self: __torch__.mindstream.condition.Conditioning, fmri: Tensor, latent: Tensor) -> Tensor:
    # mean squared error of a linear reading of each token against its cell (B, N, Z C C)
    cells = torch.transpose(torch.flatten(torch.pixel_unshuffle(latent, self.cell), 2), 1, 2)
    tokens = torch.slice((self).context(fmri), 1, 0, torch.size(cells, 1))
    return __torch__.mindstream.autoencoder.mean_square((self.head).forward(tokens), cells)
