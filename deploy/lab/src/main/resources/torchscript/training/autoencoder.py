# The vector-quantised autoencoder of pictures (van den Oord et al., arXiv 1711.00937).
# Letters: B batch, C channels, H x W picture, Z latent channels, h x w latent.

class LatentEncoder(Module):
  # picture (B, 3, H, W), -1 to 1 -> latent (B, Z, h, w), not quantised: what the convolutions add to
  # the picture itself, averaged down to h x w. Needs three channels before the last convolution
  __parameters__ = []
  __buffers__ = []
  conv_in : __torch__.mindstream.layers.Convolution
  levels : __torch__.mindstream.wiring.EncoderLevels
  norm_out : __torch__.mindstream.layers.GroupNorm
  conv_out : __torch__.mindstream.layers.Convolution
  quant : __torch__.mindstream.layers.Convolution
  def forward(self: __torch__.mindstream.autoencoder.LatentEncoder, x: Tensor) -> Tensor:
    h = (self.levels).forward((self.conv_in).forward(x))
    added = (self.conv_out).forward(torch.silu((self.norm_out).forward(h)))
    small = torch.adaptive_avg_pool2d(x, [torch.size(added, 2), torch.size(added, 3)])
    return (self.quant).forward(torch.add(small, added))

def mean_square(a: Tensor, b: Tensor) -> Tensor:
  d = torch.sub(a, b)
  return torch.mean(torch.mul(d, d))

def picture_error(y: Tensor, x: Tensor) -> Tensor:
  # mean absolute and mean squared
  return torch.add(torch.mean(torch.abs(torch.sub(y, x))), __torch__.mindstream.autoencoder.mean_square(y, x))

class Autoencoder(Module):
  __parameters__ = []
  __buffers__ = []
  training : bool
  encoder : __torch__.mindstream.autoencoder.LatentEncoder
  decoder : __torch__.mindstream.vq.LatentDecoder
  def latents(self: __torch__.mindstream.autoencoder.Autoencoder, x: Tensor) -> Tensor:
    return (self.encoder).forward(x)
  def loss(self: __torch__.mindstream.autoencoder.Autoencoder, x: Tensor) -> Tensor:
    # picture error, codebook term, commitment term (0.25)
    z = (self.encoder).forward(x)
    q = (self.decoder).quantise(torch.detach(z))
    y = (self.decoder).picture(torch.add(z, torch.detach(torch.sub(q, z))))
    picture = __torch__.mindstream.autoencoder.picture_error(y, x)
    codebook = __torch__.mindstream.autoencoder.mean_square(q, torch.detach(z))
    commitment = __torch__.mindstream.autoencoder.mean_square(z, torch.detach(q))
    return torch.add(torch.add(picture, codebook), commitment, alpha=0.25)

class Pictures(Module):
  # the decoding half alone, behind latents (B, Z, h, w) that are not quite those of a picture; codes stay
  __parameters__ = []
  __buffers__ = []
  training : bool
  decoder : __torch__.mindstream.vq.LatentDecoder
  def loss(self: __torch__.mindstream.autoencoder.Pictures, x: Tensor, latent: Tensor) -> Tensor:
    y = (self.decoder).picture(torch.detach((self.decoder).quantise(latent)))
    return __torch__.mindstream.autoencoder.picture_error(y, x)
