"""The same work by the archive, by mindvis.py eager, and by mindvis.py compiled.

Letters: B samples, V voxels, T tokens, D context width, Z x h x w latent, H x W picture. What goes in
or comes out is float32, whatever the weights are. All samples share one trial's context.
"""

import torch

import mindvis
from cudacheck import sampler


class Archive:
    """What Java wrote."""

    def __init__(self, network):
        self.network = network

    def condition(self, fmri):
        """fmri (1, V) to what every prediction needs of it."""
        return self.network.condition(self.network.encode(fmri[:, None])[1])

    def predict(self, x, timestep, condition):
        """x (B, Z, h, w) to eps (B, Z, h, w)."""
        return self.network.denoise(x, timesteps(x, timestep), condition)

    def decode(self, latent):
        """(1, Z, h, w) to (1, 3, H, W)."""
        return self.network.decode(latent)


class Eager:
    """mindvis.py on the archive's own tensors."""

    def __init__(self, network, description):
        parameters = dict(network.named_parameters())
        names = description["tensors"]
        every = mindvis.Scope({key: parameters[path].detach() for path, key in names.items()})
        self.conditioning = every.at("cond_stage_model")
        self.unet = every.at("model.diffusion_model")
        self.first_stage = every.at("first_stage_model")
        self.sizes = description["architecture"]
        self.dtype = self.unet.get("time_embed.0.weight").dtype
        self.step = self.eps

    def condition(self, fmri):
        encoder = self.sizes["encoder"]
        mae = self.conditioning.at("mae")
        h = mindvis.encoder(mae, fmri.to(self.dtype), encoder["heads"], encoder["globalPool"])
        return mindvis.context(self.conditioning, h)

    def eps(self, x, t, context):
        return mindvis.unet(self.unet, x, t, context, self.sizes["unet"]["heads"])

    def predict(self, x, timestep, condition):
        return self.step(x.to(self.dtype), timesteps(x, timestep), condition).float()

    def decode(self, latent):
        return mindvis.latent_decoder(self.first_stage, latent).float()


def compiled(eager):
    """The same with a compiled noise prediction; the names of tensors are looked up once, in a trace."""
    other = object.__new__(Eager)
    other.__dict__.update(eager.__dict__)
    other.step = torch.compile(torch.fx.symbolic_trace(lambda x, t, context: eager.eps(x, t, context)))
    return other


def timesteps(x, timestep):
    return torch.full((x.shape[0],), timestep, dtype=torch.int64, device=x.device)


def image(side, fmri, noise, plan):
    """Encoder, sampling, latent decoder; pictures one after the other, as the worker does."""
    condition = side.condition(fmri)
    latent = noise
    for latent in sampler.run(noise, plan, lambda x, t: side.predict(x, t, condition)):
        pass
    return torch.cat([side.decode(one) for one in latent.split(1)])
