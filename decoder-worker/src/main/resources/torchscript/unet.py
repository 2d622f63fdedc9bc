# The denoiser: a UNet that fMRI enters twice, in the time embedding and in cross-attention.
# Letters: B batch, C channels (Ci in, Co out), h x w pixels, E width of the time embedding,
# T context tokens, D context width, S time sinusoid's width. Norms: ResBlock eps 1e-5, SpatialTransformer 1e-6.

class ResBlock(Module):
  # x (B, Ci, h, w), emb (B, E) -> (B, Co, h, w)
  __parameters__ = []
  __buffers__ = []
  norm1 : __torch__.mindstream.layers.GroupNorm
  conv1 : __torch__.mindstream.layers.Convolution
  time : __torch__.mindstream.layers.Linear
  norm2 : __torch__.mindstream.layers.GroupNorm
  conv2 : __torch__.mindstream.layers.Convolution
  skip : __torch__.mindstream.layers.Shortcut
  def forward(self: __torch__.mindstream.unet.ResBlock, x: Tensor, emb: Tensor) -> Tensor:
    h = (self.conv1).forward(torch.silu((self.norm1).forward(x)))
    e = (self.time).forward(torch.silu(emb))
    h1 = torch.add(h, torch.unsqueeze(torch.unsqueeze(e, 2), 3))
    h2 = (self.conv2).forward(torch.silu((self.norm2).forward(h1)))
    return torch.add((self.skip).forward(x), h2)

class TransformerBlock(Module):
  # y (B, h w, C), keys and values of the context (B or 1, heads, T, C / heads) -> (B, h w, C)
  __parameters__ = []
  __buffers__ = []
  norm1 : __torch__.mindstream.layers.LayerNorm
  self_q : __torch__.mindstream.layers.Linear
  self_k : __torch__.mindstream.layers.Linear
  self_v : __torch__.mindstream.layers.Linear
  self_out : __torch__.mindstream.layers.Linear
  norm2 : __torch__.mindstream.layers.LayerNorm
  cross_q : __torch__.mindstream.layers.Linear
  cross_k : __torch__.mindstream.layers.Linear
  cross_v : __torch__.mindstream.layers.Linear
  cross_out : __torch__.mindstream.layers.Linear
  norm3 : __torch__.mindstream.layers.LayerNorm
  gated : __torch__.mindstream.layers.Linear
  ff_out : __torch__.mindstream.layers.Linear
  heads : int
  def keys(self: __torch__.mindstream.unet.TransformerBlock, context: Tensor) -> Tensor:
    return __torch__.mindstream.layers.split((self.cross_k).forward(context), self.heads)
  def values(self: __torch__.mindstream.unet.TransformerBlock, context: Tensor) -> Tensor:
    return __torch__.mindstream.layers.split((self.cross_v).forward(context), self.heads)
  def self_attention(self: __torch__.mindstream.unet.TransformerBlock, y: Tensor) -> Tensor:
    q = __torch__.mindstream.layers.split((self.self_q).forward(y), self.heads)
    k = __torch__.mindstream.layers.split((self.self_k).forward(y), self.heads)
    v = __torch__.mindstream.layers.split((self.self_v).forward(y), self.heads)
    return (self.self_out).forward(__torch__.mindstream.layers.attend(q, k, v))
  def cross_attention(self: __torch__.mindstream.unet.TransformerBlock, y: Tensor, keys: Tensor, values: Tensor) -> Tensor:
    q = __torch__.mindstream.layers.split((self.cross_q).forward(y), self.heads)
    return (self.cross_out).forward(__torch__.mindstream.layers.attend(q, keys, values))
  def feed_forward(self: __torch__.mindstream.unet.TransformerBlock, y: Tensor) -> Tensor:
    # GEGLU: the first half is the value, the second the gate
    value, gate = torch.chunk((self.gated).forward(y), 2, 2)
    return (self.ff_out).forward(torch.mul(value, torch.gelu(gate)))
  def forward(self: __torch__.mindstream.unet.TransformerBlock, y: Tensor, keys: Tensor, values: Tensor) -> Tensor:
    y1 = torch.add(y, (self).self_attention((self.norm1).forward(y)))
    y2 = torch.add(y1, (self).cross_attention((self.norm2).forward(y1), keys, values))
    return torch.add(y2, (self).feed_forward((self.norm3).forward(y2)))

class SpatialTransformer(Module):
  # The way into tokens and back; the wiring runs the TransformerBlocks in between
  __parameters__ = []
  __buffers__ = []
  norm : __torch__.mindstream.layers.GroupNorm
  proj_in : __torch__.mindstream.layers.Convolution
  proj_out : __torch__.mindstream.layers.Convolution
  def enter(self: __torch__.mindstream.unet.SpatialTransformer, x: Tensor) -> Tensor:
    # (B, C, h, w) -> (B, h w, C)
    return __torch__.mindstream.layers.tokens((self.proj_in).forward((self.norm).forward(x)))
  def leave(self: __torch__.mindstream.unet.SpatialTransformer, y: Tensor, x: Tensor) -> Tensor:
    # (B, h w, C), what entered (B, C, h, w) -> (B, C, h, w)
    return torch.add((self.proj_out).forward(__torch__.mindstream.layers.picture(y, x)), x)

class TimeCondition(Module):
  # context (B, T, D) -> (B, 1, E), added to the time embedding; zeros where the model has none
  __parameters__ = ["weight", "bias", ]
  __buffers__ = []
  tokens1 : __torch__.mindstream.layers.TokenMap
  tokens2 : __torch__.mindstream.layers.TokenMap
  weight : Optional[Tensor]
  bias : Optional[Tensor]
  width : int
  def forward(self: __torch__.mindstream.unet.TimeCondition, context: Tensor) -> Tensor:
    weight = self.weight
    if weight is None:
      e = torch.new_zeros(context, [torch.size(context, 0), 1, self.width])
    else:
      c = (self.tokens2).forward((self.tokens1).forward(context))
      e = torch.linear(c, weight, self.bias)
    return e

class Unet(Module):
  # x (B, Cin, h, w), t (B) -> eps (B, Cout, h, w)
  __parameters__ = []
  __buffers__ = []
  time1 : __torch__.mindstream.layers.Linear
  time2 : __torch__.mindstream.layers.Linear
  time_condition : __torch__.mindstream.unet.TimeCondition
  blocks : __torch__.mindstream.wiring.UnetBlocks
  norm_out : __torch__.mindstream.layers.GroupNorm
  conv_out : __torch__.mindstream.layers.Convolution
  def sinusoid(self: __torch__.mindstream.unet.Unet, t: Tensor) -> Tensor:
    # (B) -> (B, S), float32: cosines first
    half = torch.floordiv(torch.size(self.time1.weight, 1), 2)
    i = torch.arange(half, dtype=6, layout=0, device=t.device, pin_memory=False)
    f = torch.exp(torch.div(torch.mul(i, -9.210340371976184), half))
    a = torch.mul(torch.unsqueeze(torch.to(t, 6), 1), f)
    return torch.cat([torch.cos(a), torch.sin(a)], 1)
  def time_embedding(self: __torch__.mindstream.unet.Unet, t: Tensor) -> Tensor:
    # (B) -> (B, E)
    s = torch.type_as((self).sinusoid(t), self.time1.weight)
    return (self.time2).forward(torch.silu((self.time1).forward(s)))
  def condition(self: __torch__.mindstream.unet.Unet, context: Tensor) -> List[Tensor]:
    # What depends on the context alone: [time condition (B, 1, E), keys, values, keys, values, ...]
    c = torch.type_as(context, self.time1.weight)
    return torch.add([(self.time_condition).forward(c)], (self.blocks).keys_values(c))
  def trace(self: __torch__.mindstream.unet.Unet, x: Tensor, t: Tensor, condition: List[Tensor]) -> List[Tensor]:
    # [each input block's output, the middle's, each output block's, eps]
    emb = torch.add((self).time_embedding(t), torch.squeeze(condition[0], 1))
    stages = (self.blocks).forward(torch.type_as(x, self.time1.weight), emb, condition)
    eps = (self.conv_out).forward(torch.silu((self.norm_out).forward(stages[-1])))
    return torch.add(stages, [eps])
  def forward(self: __torch__.mindstream.unet.Unet, x: Tensor, t: Tensor, condition: List[Tensor]) -> Tensor:
    return ((self).trace(x, t, condition))[-1]
