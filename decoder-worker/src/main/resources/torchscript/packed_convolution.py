
# The convolution of a CPU that only decodes. Letters as above. PyTorch's own would bring the weight
# into the kernel's order at every call, which costs as much as the arithmetic where pixels are few;
# here that is done once, at the first call. What comes out lies channels last, as the kernels like it.

class Convolution(Module):
  # (B, Ci, H, W) -> (B, Co, H / stride, W / stride); weight (Co, Ci, K, K), K 1 or 3, padded by K // 2
  __parameters__ = ["weight", "bias", ]
  __buffers__ = []
  weight : Tensor
  bias : Tensor
  stride : int
  packed : Optional[Tensor]
  def pack(self: __torch__.mindstream.layers.Convolution, x: Tensor) -> Tensor:
    # the weight in the order that suits pictures such as x; for oneDNN alone to read
    packed = self.packed
    if packed is None:
      p = torch.floordiv(torch.size(self.weight, 2), 2)
      s = self.stride
      w = ops.mkldnn._reorder_convolution_weight(self.weight, [p, p], [s, s], [1, 1], 1, torch.size(x))
      self.packed = w
    else:
      w = packed
    return w
  def forward(self: __torch__.mindstream.layers.Convolution, x: Tensor) -> Tensor:
    p = torch.floordiv(torch.size(self.weight, 2), 2)
    s = self.stride
    if __torch__.mindstream.layers.packable(x):
      w = (self).pack(x)
      last = torch.contiguous(x, memory_format=2)
      y = ops.mkldnn._convolution_pointwise(last, w, self.bias, [p, p], [s, s], [1, 1], 1, "none", annotate(List[Optional[number]], []), "")
    else:
      y = torch.conv2d(x, self.weight, self.bias, [s, s], [p, p])
    return y

def packable(x: Tensor) -> bool:
  # whether this CPU has instructions for x's number format: 6 is float32, 15 bfloat16, 5 float16
  if torch.eq(x.dtype, 6):
    y = True
  else:
    if torch.eq(x.dtype, 15):
      y = ops.mkldnn._is_mkldnn_bf16_supported()
    else:
      y = ops.mkldnn._is_mkldnn_fp16_supported()
  return y
