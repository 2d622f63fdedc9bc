
# The convolution that runs anywhere and that training can differentiate. Letters as above.

class Convolution(Module):
  # (B, Ci, H, W) -> (B, Co, H / stride, W / stride); weight (Co, Ci, K, K), K 1 or 3, padded by K // 2
  __parameters__ = ["weight", "bias", ]
  __buffers__ = []
  weight : Tensor
  bias : Tensor
  stride : int
  def forward(self: __torch__.mindstream.layers.Convolution, x: Tensor) -> Tensor:
    padding = torch.floordiv(torch.size(self.weight, 2), 2)
    return torch.conv2d(x, self.weight, self.bias, [self.stride, self.stride], [padding, padding])
