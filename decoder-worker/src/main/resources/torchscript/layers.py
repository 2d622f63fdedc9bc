# Leaves that every part of the network is made of.
# Letters: B batch, N and M tokens, C channels (Ci in, Co out), H x W pixels, G = 32 groups.
# What is optional is absent (None) where the model has no such tensor; such a layer passes x on.
# Convolution comes from a file of its own, for it differs with the device.

class Linear(Module):
  # (..., Ci) -> (..., Co); weight (Co, Ci), bias (Co) or none
  __parameters__ = ["weight", "bias", ]
  __buffers__ = []
  weight : Tensor
  bias : Optional[Tensor]
  def forward(self: __torch__.mindstream.layers.Linear, x: Tensor) -> Tensor:
    return torch.linear(x, self.weight, self.bias)

class LayerNorm(Module):
  # (..., C) -> (..., C)
  __parameters__ = ["weight", "bias", ]
  __buffers__ = []
  weight : Tensor
  bias : Tensor
  def forward(self: __torch__.mindstream.layers.LayerNorm, x: Tensor) -> Tensor:
    return torch.layer_norm(x, torch.size(self.weight), self.weight, self.bias, 1e-05)

class GroupNorm(Module):
  # (B, C, H, W) -> (B, C, H, W); eps differs from place to place
  __parameters__ = ["weight", "bias", ]
  __buffers__ = []
  weight : Tensor
  bias : Tensor
  eps : float
  def forward(self: __torch__.mindstream.layers.GroupNorm, x: Tensor) -> Tensor:
    return torch.group_norm(x, 32, self.weight, self.bias, self.eps)

class Shortcut(Module):
  # (B, Ci, H, W) -> (B, Co, H, W): a 1x1 convolution where channels change, else x itself
  __parameters__ = ["weight", "bias", ]
  __buffers__ = []
  weight : Optional[Tensor]
  bias : Optional[Tensor]
  def forward(self: __torch__.mindstream.layers.Shortcut, x: Tensor) -> Tensor:
    weight = self.weight
    if weight is None:
      y = x
    else:
      y = torch.conv2d(x, weight, self.bias)
    return y

class TokenMap(Module):
  # (B, N, C) -> (B, M, C): a linear map along the token axis; weight (M, N, 1). Absent when pooled
  __parameters__ = ["weight", "bias", ]
  __buffers__ = []
  weight : Optional[Tensor]
  bias : Optional[Tensor]
  def forward(self: __torch__.mindstream.layers.TokenMap, x: Tensor) -> Tensor:
    weight = self.weight
    if weight is None:
      y = x
    else:
      y = torch.conv1d(x, weight, self.bias)
    return y

class Upsample(Module):
  # (B, C, H, W) -> (B, C, 2H, 2W): nearest neighbour, then a convolution
  __parameters__ = []
  __buffers__ = []
  conv : __torch__.mindstream.layers.Convolution
  def forward(self: __torch__.mindstream.layers.Upsample, x: Tensor) -> Tensor:
    return (self.conv).forward(torch.upsample_nearest2d(x, None, [2., 2.]))

def split(x: Tensor, heads: int) -> Tensor:
  # (B, N, C) -> (B, heads, N, C / heads)
  return torch.transpose(torch.unflatten(x, 2, [heads, -1]), 1, 2)

def attend(q: Tensor, k: Tensor, v: Tensor) -> Tensor:
  # q (B, heads, N, d), k and v (B or 1, heads, M, d) -> (B, N, heads d), scaled by 1 / sqrt(d)
  batch = torch.size(q, 0)
  k1 = torch.expand(k, [batch, -1, -1, -1])
  v1 = torch.expand(v, [batch, -1, -1, -1])
  return torch.flatten(torch.transpose(torch.scaled_dot_product_attention(q, k1, v1), 1, 2), 2)

def tokens(x: Tensor) -> Tensor:
  # (B, C, H, W) -> (B, H W, C), row by row
  return torch.transpose(torch.flatten(x, 2), 1, 2)

def picture(y: Tensor, like: Tensor) -> Tensor:
  # (B, H W, C) -> (B, C, H, W), with H and W of like
  return torch.unflatten(torch.transpose(y, 1, 2), 2, [torch.size(like, 2), torch.size(like, 3)])
