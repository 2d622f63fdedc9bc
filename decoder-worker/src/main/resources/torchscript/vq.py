# The latent decoder of a vector-quantised autoencoder. All its GroupNorms have eps 1e-6.
# Letters: B batch, K codes, Z latent channels, h x w latent, C channels, H x W pixels.

class ResBlock(Module):
  # (B, Ci, H, W) -> (B, Co, H, W)
  __parameters__ = []
  __buffers__ = []
  norm1 : __torch__.mindstream.layers.GroupNorm
  conv1 : __torch__.mindstream.layers.Convolution
  norm2 : __torch__.mindstream.layers.GroupNorm
  conv2 : __torch__.mindstream.layers.Convolution
  skip : __torch__.mindstream.layers.Shortcut
  def forward(self: __torch__.mindstream.vq.ResBlock, x: Tensor) -> Tensor:
    h = (self.conv1).forward(torch.silu((self.norm1).forward(x)))
    h1 = (self.conv2).forward(torch.silu((self.norm2).forward(h)))
    return torch.add((self.skip).forward(x), h1)

class Attention(Module):
  # (B, C, H, W) -> (B, C, H, W): one head over all pixels
  __parameters__ = []
  __buffers__ = []
  norm : __torch__.mindstream.layers.GroupNorm
  q : __torch__.mindstream.layers.Convolution
  k : __torch__.mindstream.layers.Convolution
  v : __torch__.mindstream.layers.Convolution
  proj_out : __torch__.mindstream.layers.Convolution
  def head(self: __torch__.mindstream.vq.Attention, x: Tensor) -> Tensor:
    # (B, C, H, W) -> (B, 1, H W, C)
    return torch.unsqueeze(__torch__.mindstream.layers.tokens(x), 1)
  def forward(self: __torch__.mindstream.vq.Attention, x: Tensor) -> Tensor:
    n = (self.norm).forward(x)
    q = (self).head((self.q).forward(n))
    k = (self).head((self.k).forward(n))
    v = (self).head((self.v).forward(n))
    y = __torch__.mindstream.layers.attend(q, k, v)
    return torch.add((self.proj_out).forward(__torch__.mindstream.layers.picture(y, x)), x)

class LatentDecoder(Module):
  # z (B, Z, h, w) -> picture (B, 3, H, W), about -1 to 1, not clamped
  __parameters__ = ["codes", ]
  __buffers__ = []
  codes : Tensor
  post_quant : __torch__.mindstream.layers.Convolution
  conv_in : __torch__.mindstream.layers.Convolution
  levels : __torch__.mindstream.wiring.LatentLevels
  norm_out : __torch__.mindstream.layers.GroupNorm
  conv_out : __torch__.mindstream.layers.Convolution
  def nearest(self: __torch__.mindstream.vq.LatentDecoder, z: Tensor) -> Tensor:
    # (n, Z) -> (n): squared distance |z|^2 + |w|^2 - 2 z w in float32, the first code on ties
    w = self.codes
    z2 = torch.sum(torch.mul(z, z), [1], True)
    w2 = torch.sum(torch.mul(w, w), [1])
    d = torch.sub(torch.add(z2, w2), torch.matmul(z, torch.transpose(w, 0, 1)), alpha=2)
    return torch.argmin(d, 1)
  def indices(self: __torch__.mindstream.vq.LatentDecoder, z: Tensor) -> Tensor:
    # (B, Z, h, w) -> (B, h w); one picture at a time, for the distances need room
    rows = __torch__.mindstream.layers.tokens(torch.type_as(z, self.codes))
    found = annotate(List[Tensor], [])
    for b in range(torch.size(rows, 0)):
      found1 = torch.append(found, (self).nearest(torch.select(rows, 0, b)))
    return torch.stack(found)
  def quantise(self: __torch__.mindstream.vq.LatentDecoder, z: Tensor) -> Tensor:
    # (B, Z, h, w) -> (B, Z, h, w): each pixel becomes its nearest code
    return __torch__.mindstream.layers.picture(torch.embedding(self.codes, (self).indices(z)), z)
  def picture(self: __torch__.mindstream.vq.LatentDecoder, z: Tensor) -> Tensor:
    # without quantisation
    z1 = torch.type_as(z, self.post_quant.weight)
    h = (self.levels).forward((self.conv_in).forward((self.post_quant).forward(z1)))
    return (self.conv_out).forward(torch.silu((self.norm_out).forward(h)))
  def forward(self: __torch__.mindstream.vq.LatentDecoder, z: Tensor) -> Tensor:
    return (self).picture((self).quantise(z))
