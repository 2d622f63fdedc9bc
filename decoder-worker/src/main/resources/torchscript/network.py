# The whole decoder. Whatever the weights' number format, what goes in or comes out is float32,
# except a condition, which only goes back in.
# Letters: B batch, V voxels, L patches, E encoder width, T context tokens, D context width,
# Z latent channels, h x w latent, H x W picture.

class Network(Module):
  __parameters__ = []
  __buffers__ = []
  training : bool
  encoder : __torch__.mindstream.encoder.Encoder
  condition_stage : __torch__.mindstream.encoder.Condition
  unet : __torch__.mindstream.unet.Unet
  latent_decoder : __torch__.mindstream.vq.LatentDecoder
  def encode(self: __torch__.mindstream.network.Network, fmri: Tensor) -> List[Tensor]:
    # fmri (B, 1, V) -> [encoder output (B, L or 1, E), context (B, T, D)]
    out = ((self.encoder).trace(fmri))[-1]
    return [torch.to(out, 6), torch.to((self.condition_stage).forward(out), 6)]
  def condition(self: __torch__.mindstream.network.Network, context: Tensor) -> List[Tensor]:
    # context (B, T, D) -> what the denoiser needs of it, made once a trial
    return (self.unet).condition(context)
  def time_condition(self: __torch__.mindstream.network.Network, condition: List[Tensor]) -> Tensor:
    # (B, 1, width of the time embedding)
    return torch.to(condition[0], 6)
  def denoise(self: __torch__.mindstream.network.Network, x: Tensor, t: Tensor, condition: List[Tensor]) -> Tensor:
    # x (B, Z, h, w), t (B) -> eps (B, Z, h, w)
    return torch.to((self.unet).forward(x, t, condition), 6)
  def indices(self: __torch__.mindstream.network.Network, z: Tensor) -> Tensor:
    # (B, Z, h, w) -> nearest codes (B, h w), int64
    return (self.latent_decoder).indices(z)
  def quantise(self: __torch__.mindstream.network.Network, z: Tensor) -> Tensor:
    return (self.latent_decoder).quantise(z)
  def picture(self: __torch__.mindstream.network.Network, z: Tensor) -> Tensor:
    # (B, Z, h, w) -> (B, 3, H, W), z as it is
    return torch.to((self.latent_decoder).picture(z), 6)
  def decode(self: __torch__.mindstream.network.Network, z: Tensor) -> Tensor:
    # (B, Z, h, w) -> (B, 3, H, W), z quantised first
    return torch.to((self.latent_decoder).forward(z), 6)
  def trace_encoder(self: __torch__.mindstream.network.Network, fmri: Tensor) -> List[Tensor]:
    # every stage of the encoder, then the context's tokens (B, T, E), then the context
    stages = (self.encoder).trace(fmri)
    out = stages[-1]
    return torch.add(stages, [(self.condition_stage).mapped(out), (self.condition_stage).forward(out)])
  def trace_time(self: __torch__.mindstream.network.Network, t: Tensor, condition: List[Tensor]) -> List[Tensor]:
    # (B) -> [sinusoid, time embedding, time embedding with the condition]
    e = (self.unet).time_embedding(t)
    return [(self.unet).sinusoid(t), e, torch.add(e, torch.squeeze(condition[0], 1))]
  def trace_unet(self: __torch__.mindstream.network.Network, x: Tensor, t: Tensor, condition: List[Tensor]) -> List[Tensor]:
    return (self.unet).trace(x, t, condition)
  def forward(self: __torch__.mindstream.network.Network, fmri: Tensor, x: Tensor, t: Tensor) -> Tensor:
    # fmri (B, 1, V), x (B, Z, h, w), t (B) -> eps (B, Z, h, w): what training differentiates
    out = ((self.encoder).trace(fmri))[-1]
    condition = (self.unet).condition((self.condition_stage).forward(out))
    return torch.to((self.unet).forward(x, t, condition), 6)
