# Teaches encoder and mapper to say what the picture's latent is, before a UNet listens to them.
# Letters: B batch, V voxels, T context tokens, D context width, Z latent channels, h x w latent.

class Conditioning(Module):
  __parameters__ = []
  __buffers__ = []
  training : bool
  encoder : __torch__.mindstream.encoder.Encoder
  condition_stage : __torch__.mindstream.encoder.Condition
  head : __torch__.mindstream.layers.Linear
  def context(self: __torch__.mindstream.condition.Conditioning, fmri: Tensor) -> Tensor:
    return (self.condition_stage).forward(((self.encoder).trace(fmri))[-1])
  def loss(self: __torch__.mindstream.condition.Conditioning, fmri: Tensor, latent: Tensor) -> Tensor:
    # mean squared error of a linear reading of the context (B, T, D) against the latent (B, Z, h, w)
    read = (self.head).forward(torch.flatten((self).context(fmri), 1))
    return __torch__.mindstream.autoencoder.mean_square(read, torch.flatten(latent, 1))
