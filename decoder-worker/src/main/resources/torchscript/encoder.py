# The fMRI encoder of masked brain modelling, and what makes its output the context.
# Letters: B batch, V voxels, P patch size, L = V / P patches, E width, T context tokens, D context width.

class EncoderBlock(Module):
  # h (B, L, E) -> (B, L, E): pre-norm, joint q k v with bias, exact GELU
  __parameters__ = []
  __buffers__ = []
  norm1 : __torch__.mindstream.layers.LayerNorm
  qkv : __torch__.mindstream.layers.Linear
  proj : __torch__.mindstream.layers.Linear
  norm2 : __torch__.mindstream.layers.LayerNorm
  fc1 : __torch__.mindstream.layers.Linear
  fc2 : __torch__.mindstream.layers.Linear
  heads : int
  def attention(self: __torch__.mindstream.encoder.EncoderBlock, h: Tensor) -> Tensor:
    q, k, v = torch.chunk((self.qkv).forward(h), 3, 2)
    q1 = __torch__.mindstream.layers.split(q, self.heads)
    k1 = __torch__.mindstream.layers.split(k, self.heads)
    v1 = __torch__.mindstream.layers.split(v, self.heads)
    return (self.proj).forward(__torch__.mindstream.layers.attend(q1, k1, v1))
  def forward(self: __torch__.mindstream.encoder.EncoderBlock, h: Tensor) -> Tensor:
    h1 = torch.add(h, (self).attention((self.norm1).forward(h)))
    hidden = torch.gelu((self.fc1).forward((self.norm2).forward(h1)))
    return torch.add(h1, (self.fc2).forward(hidden))

class Encoder(Module):
  # fmri (B, 1, V) -> what each stage gives; row 0 of positions is the class token's, not used here
  __parameters__ = ["patch_weight", "patch_bias", "positions", ]
  __buffers__ = []
  patch_weight : Tensor
  patch_bias : Tensor
  positions : Tensor
  blocks : __torch__.mindstream.wiring.EncoderBlocks
  norm : __torch__.mindstream.layers.LayerNorm
  global_pool : bool
  def trace(self: __torch__.mindstream.encoder.Encoder, fmri: Tensor) -> List[Tensor]:
    # [patches (B, L, E) without positions, each block's output (B, L, E), output (B, L or 1, E)]
    x = torch.type_as(fmri, self.patch_weight)
    patches = torch.transpose(torch.conv1d(x, self.patch_weight, self.patch_bias, [torch.size(self.patch_weight, 2)]), 1, 2)
    h = torch.add(patches, torch.slice(self.positions, 1, 1))
    stages = (self.blocks).forward(h)
    last = stages[-1]
    if self.global_pool:
      pooled = torch.mean(last, [1], True)
    else:
      pooled = last
    return torch.add(torch.add([patches], stages), [(self.norm).forward(pooled)])

class Condition(Module):
  # encoder output (B, L or 1, E) -> context (B, T, D); the token maps are absent when pooled
  __parameters__ = []
  __buffers__ = []
  tokens1 : __torch__.mindstream.layers.TokenMap
  tokens2 : __torch__.mindstream.layers.TokenMap
  width : __torch__.mindstream.layers.Linear
  def mapped(self: __torch__.mindstream.encoder.Condition, h: Tensor) -> Tensor:
    # (B, T, E)
    return (self.tokens2).forward((self.tokens1).forward(h))
  def forward(self: __torch__.mindstream.encoder.Condition, h: Tensor) -> Tensor:
    return (self.width).forward((self).mapped(h))
