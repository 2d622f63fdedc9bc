"""The MinD-Vis decoder in plain torch functions, for comparison only: speed and numbers.

Works from a model bundle's tensors alone (weights.safetensors), eager, as a PyTorch user would write
it, on whatever device they lie. Runs on Debian's python3-torch (1.13). Letters: B batch, L patches, E encoder width, T context
tokens, D context width, C channels, h x w pixels.
"""

import json
import math
import struct

import torch
import torch.nn.functional as F


def read_safetensors(path):
    """Name to float32 tensor, memory-mapped."""
    import numpy as np  # for this alone: cuda_check.py runs where there is none

    with open(path, "rb") as file:
        (length,) = struct.unpack("<Q", file.read(8))
        header = json.loads(file.read(length))
    data = np.memmap(path, dtype=np.uint8, mode="c", offset=8 + length)
    tensors = {}
    for name, entry in header.items():
        if name != "__metadata__" and entry["dtype"] == "F32":
            begin, end = entry["data_offsets"]
            values = data[begin:end].view(np.float32).reshape(entry["shape"])
            tensors[name] = torch.from_numpy(values)
    return tensors


class Scope:
    """Tensors below a prefix."""

    def __init__(self, tensors, prefix="", prefixes=None):
        self.tensors, self.prefix = tensors, prefix
        self.prefixes = prefixes or {key[: i + 1] for key in tensors for i, c in enumerate(key) if c == "."}

    def at(self, name):
        return Scope(self.tensors, f"{self.prefix}{name}.", self.prefixes)

    def get(self, name):
        return self.tensors.get(self.prefix + name)

    def has(self, name):
        return f"{self.prefix}{name}." in self.prefixes

    def count(self):
        n = 0
        while self.has(str(n)):
            n += 1
        return n


def linear(p, x):
    return F.linear(x, p.get("weight"), p.get("bias"))


def layer_norm(p, x):
    return F.layer_norm(x, x.shape[-1:], p.get("weight"), p.get("bias"), 1e-5)


def group_norm(p, x, eps):
    return F.group_norm(x, 32, p.get("weight"), p.get("bias"), eps)


def conv(p, x, stride=1):
    weight = p.get("weight")
    return F.conv2d(x, weight, p.get("bias"), stride, weight.shape[-1] // 2)


def attention(q, k, v, heads):
    def split(x):
        return x.unflatten(2, (heads, x.shape[2] // heads)).transpose(1, 2)

    q, k, v = split(q), split(k), split(v)
    k, v = k.expand(q.shape[0], -1, -1, -1), v.expand(q.shape[0], -1, -1, -1)
    scores = torch.matmul(q, k.transpose(2, 3)) * q.shape[-1] ** -0.5
    return torch.matmul(scores.softmax(-1), v).transpose(1, 2).flatten(2)


def encoder(p, fmri, heads, pooled):
    """fmri (B, V) to (B, L or 1, E)."""
    weight = p.get("patch_embed.proj.weight")
    h = F.conv1d(fmri[:, None], weight, p.get("patch_embed.proj.bias"), weight.shape[2]).transpose(1, 2)
    h = h + p.get("pos_embed")[:, 1:]
    for i in range(p.at("blocks").count()):
        b = p.at(f"blocks.{i}")
        q, k, v = linear(b.at("attn.qkv"), layer_norm(b.at("norm1"), h)).chunk(3, 2)
        h = h + linear(b.at("attn.proj"), attention(q, k, v, heads))
        h = h + linear(b.at("mlp.fc2"), F.gelu(linear(b.at("mlp.fc1"), layer_norm(b.at("norm2"), h))))
    return layer_norm(p.at("norm"), h.mean(1, keepdim=True) if pooled else h)


def context(p, h):
    """Encoder output to (B, T, D)."""
    for i in range(p.at("channel_mapper").count()):
        m = p.at(f"channel_mapper.{i}")
        h = F.conv1d(h, m.get("weight"), m.get("bias"))
    return linear(p.at("dim_mapper"), h)


def res_block(p, x, emb):
    h = conv(p.at("in_layers.2"), F.silu(group_norm(p.at("in_layers.0"), x, 1e-5)))
    h = h + linear(p.at("emb_layers.1"), F.silu(emb))[:, :, None, None]
    h = conv(p.at("out_layers.3"), F.silu(group_norm(p.at("out_layers.0"), h, 1e-5)))
    return (conv(p.at("skip_connection"), x) if p.has("skip_connection") else x) + h


def cross_attention(p, y, c, heads):
    return linear(p.at("to_out.0"), attention(linear(p.at("to_q"), y), linear(p.at("to_k"), c), linear(p.at("to_v"), c), heads))


def spatial_transformer(p, x, c, heads):
    y = conv(p.at("proj_in"), group_norm(p.at("norm"), x, 1e-6)).flatten(2).transpose(1, 2)
    for j in range(p.at("transformer_blocks").count()):
        b = p.at(f"transformer_blocks.{j}")
        n = layer_norm(b.at("norm1"), y)
        y = y + cross_attention(b.at("attn1"), n, n, heads)
        y = y + cross_attention(b.at("attn2"), layer_norm(b.at("norm2"), y), c, heads)
        gated = linear(b.at("ff.net.0.proj"), layer_norm(b.at("norm3"), y)).chunk(2, 2)
        y = y + linear(b.at("ff.net.2"), gated[0] * F.gelu(gated[1]))
    return x + conv(p.at("proj_out"), y.transpose(1, 2).reshape(x.shape))


def block(p, h, emb, c, heads):
    for m in range(p.count()):
        part = p.at(str(m))
        if part.has("in_layers"):
            h = res_block(part, h, emb)
        elif part.has("proj_in"):
            h = spatial_transformer(part, h, c, heads)
        elif part.has("op"):
            h = conv(part.at("op"), h, 2)
        elif part.has("conv"):
            h = conv(part.at("conv"), F.interpolate(h, scale_factor=2.0, mode="nearest"))
        else:
            h = conv(part, h)
    return h


def time_term(p, c):
    """What the context adds to the time embedding."""
    if not p.has("time_embed_condtion"):
        return 0
    t = p.at("time_embed_condtion")
    if t.get("weight") is not None:
        return linear(t, c).squeeze(1)
    for i in range(2):
        c = F.conv1d(c, t.get(f"{i}.weight"), t.get(f"{i}.bias"))
    return linear(t.at("2"), c).squeeze(1)


def unet(p, x, t, c, heads=1):
    """x (B, Z, h, w), t (B), context (B or 1, T, D) to eps."""
    first = p.get("time_embed.0.weight")
    half = first.shape[1] // 2
    i = torch.arange(half, dtype=torch.float32, device=first.device)
    angle = t[:, None].float() * torch.exp(-math.log(10000) * i / half)
    sinusoid = torch.cat([angle.cos(), angle.sin()], 1).to(x.dtype)
    emb = linear(p.at("time_embed.2"), F.silu(linear(p.at("time_embed.0"), sinusoid))) + time_term(p, c)
    h, skips = x, []
    for i in range(p.at("input_blocks").count()):
        h = block(p.at(f"input_blocks.{i}"), h, emb, c, heads)
        skips.append(h)
    h = block(p.at("middle_block"), h, emb, c, heads)
    for i in range(p.at("output_blocks").count()):
        h = block(p.at(f"output_blocks.{i}"), torch.cat([h, skips.pop()], 1), emb, c, heads)
    return conv(p.at("out.2"), F.silu(group_norm(p.at("out.0"), h, 1e-5)))


def vq_block(p, x):
    h = conv(p.at("conv1"), F.silu(group_norm(p.at("norm1"), x, 1e-6)))
    h = conv(p.at("conv2"), F.silu(group_norm(p.at("norm2"), h, 1e-6)))
    return (conv(p.at("nin_shortcut"), x) if p.has("nin_shortcut") else x) + h


def vq_attention(p, x):
    n = group_norm(p.at("norm"), x, 1e-6)
    q, k, v = (conv(p.at(name), n).flatten(2).transpose(1, 2) for name in "qkv")
    return x + conv(p.at("proj_out"), attention(q, k, v, 1).transpose(1, 2).reshape(x.shape))


def latent_decoder(p, z):
    """z (B, Z, h, w) to (B, 3, H, W), quantised first."""
    codes = p.get("quantize.embedding.weight")
    rows = z.permute(0, 2, 3, 1).reshape(-1, z.shape[1])
    distance = (rows**2).sum(1, keepdim=True) + (codes**2).sum(1) - 2 * rows @ codes.T
    z = codes[distance.argmin(1)].view(z.shape[0], z.shape[2], z.shape[3], -1).permute(0, 3, 1, 2)
    d = p.at("decoder")
    h = conv(d.at("conv_in"), conv(p.at("post_quant_conv"), z.to(d.get("conv_in.weight").dtype)))
    h = vq_block(d.at("mid.block_2"), vq_attention(d.at("mid.attn_1"), vq_block(d.at("mid.block_1"), h)))
    for level in reversed(range(d.at("up").count())):
        u = d.at(f"up.{level}")
        for k in range(u.at("block").count()):
            h = vq_block(u.at(f"block.{k}"), h)
            h = vq_attention(u.at(f"attn.{k}"), h) if u.has(f"attn.{k}") else h
        if u.has("upsample"):
            h = conv(u.at("upsample.conv"), F.interpolate(h, scale_factor=2.0, mode="nearest"))
    return conv(d.at("conv_out"), F.silu(group_norm(d.at("norm_out"), h, 1e-6)))
