# The double-conditioned latent diffusion: encoder, context and UNet learn together, but for what
# the plan of the stage keeps still.
# Letters: B batch, V voxels, Z latent channels, h x w latent.

class Diffusion(Module):
  __parameters__ = []
  __buffers__ = []
  training : bool
  encoder : __torch__.mindstream.encoder.Encoder
  condition_stage : __torch__.mindstream.encoder.Condition
  unet : __torch__.mindstream.unet.Unet
  def loss(self: __torch__.mindstream.diffusion.Diffusion, fmri: Tensor, latent: Tensor, noise: Tensor, t: Tensor, signal: Tensor, spread: Tensor) -> Tensor:
    # x_t = signal latent + spread noise; signal and spread (B, 1, 1, 1), t (B). Squared error of the
    # velocity, signal noise - spread latent (Salimans and Ho, arXiv 2202.00512)
    x = torch.add(torch.mul(signal, latent), torch.mul(spread, noise))
    context = (self.condition_stage).forward(((self.encoder).trace(fmri))[-1])
    velocity = torch.sub(torch.mul(signal, noise), torch.mul(spread, latent))
    found = (self.unet).forward(x, t, (self.unet).condition(context))
    return __torch__.mindstream.autoencoder.mean_square(found, velocity)
