"""The network of the trained reader: an encoder over word pieces, cues on its words, and what each cue takes.

`Encoder` is BERT with the words' tags, relations, quotation marks and the rules' reading added to its input.
`Pairs` looks at every word from every cue: the encoder's word, the encoder's cue, and how the two stand to one another.
"""

from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional as F  # noqa: N812 -- torch's own name for it

WIDTH, HEADS, INNER, VOCABULARY, POSITIONS = 384, 12, 1536, 30522, 512
PAIR = 96
OUTSIDE, BEGIN, INSIDE = range(3)


class Layer(nn.Module):
    """One layer of the encoder."""

    def __init__(self) -> None:
        super().__init__()
        self.qkv, self.out = nn.Linear(WIDTH, 3 * WIDTH), nn.Linear(WIDTH, WIDTH)
        self.up, self.down = nn.Linear(WIDTH, INNER), nn.Linear(INNER, WIDTH)
        self.norm, self.last_norm = nn.LayerNorm(WIDTH, eps=1e-12), nn.LayerNorm(WIDTH, eps=1e-12)
        self.drop = nn.Dropout(0.1)

    def forward(self, x: Tensor, mask: Tensor | None) -> Tensor:
        """Return the layer's words, as wide as they came."""
        b, n = x.shape[0], x.shape[1]
        q, k, v = self.qkv(x).view(b, n, 3, HEADS, WIDTH // HEADS).permute(2, 0, 3, 1, 4).unbind(0)
        seen = F.scaled_dot_product_attention(q, k, v, attn_mask=mask).transpose(1, 2).reshape(b, n, WIDTH)
        x = self.norm(x + self.drop(self.out(seen)))
        return self.last_norm(x + self.drop(self.down(F.gelu(self.up(x)))))


class Encoder(nn.Module):
    """Word pieces with what is known of their words, in; a row of numbers and three scores for each word, out."""

    def __init__(self, layers: int, tags: int, deps: int) -> None:
        super().__init__()
        self.word, self.position, self.kind = (nn.Embedding(n, WIDTH) for n in (VOCABULARY, POSITIONS, 2))
        self.norm, self.drop = nn.LayerNorm(WIDTH, eps=1e-12), nn.Dropout(0.1)
        self.layers = nn.ModuleList(Layer() for _ in range(layers))
        self.known = nn.ModuleList(nn.Embedding(n, WIDTH) for n in (tags, deps, 3, 3, 19))
        for table in self.known:
            nn.init.normal_(table.weight, std=0.005)
        self.cue = nn.Linear(WIDTH, 3)

    def forward(self, pieces: Tensor, known: Tensor, first: Tensor, mask: Tensor | None) -> tuple[Tensor, Tensor]:
        """Shapes: pieces and mask [B, P], known [B, P, 5], first [B, W]; returns [B, W, 384] and [B, W, 3]."""
        x = self.word(pieces) + self.position.weight[: pieces.shape[1]] + self.kind.weight[0]
        for i, table in enumerate(self.known):
            x = x + table(known[:, :, i])
        x = self.drop(self.norm(x))
        hidden = None if mask is None else ((1.0 - mask.to(x.dtype)) * -1e4)[:, None, None, :]
        for layer in self.layers:
            x = layer(x, hidden)
        words = torch.gather(x, 1, first[:, :, None].expand(-1, -1, WIDTH))
        return words, self.cue(words)

    def load_base(self, file: Path) -> None:
        """Take the weights of a BERT of this shape; of a deeper one, layers at even distances."""
        base = load_file(file)
        self.word.weight.data = base["embeddings.word_embeddings.weight"]
        self.position.weight.data = base["embeddings.position_embeddings.weight"]
        self.kind.weight.data = base["embeddings.token_type_embeddings.weight"]
        self.norm.load_state_dict(_part(base, "embeddings.LayerNorm"))
        depth = 1 + max(int(name.split(".")[2]) for name in base if name.startswith("encoder.layer."))
        step = depth // len(self.layers)
        for i, layer in enumerate(self.layers):
            at = f"encoder.layer.{i * step}"
            for half in ("weight", "bias"):
                parts = [base[f"{at}.attention.self.{which}.{half}"] for which in ("query", "key", "value")]
                getattr(layer.qkv, half).data = torch.cat(parts)
            layer.out.load_state_dict(_part(base, f"{at}.attention.output.dense"))
            layer.norm.load_state_dict(_part(base, f"{at}.attention.output.LayerNorm"))
            layer.up.load_state_dict(_part(base, f"{at}.intermediate.dense"))
            layer.down.load_state_dict(_part(base, f"{at}.output.dense"))
            layer.last_norm.load_state_dict(_part(base, f"{at}.output.LayerNorm"))


def _part(base: dict[str, Tensor], name: str) -> dict[str, Tensor]:
    return {half: base[f"{name}.{half}"] for half in ("weight", "bias")}


class Pairs(nn.Module):
    """Every word as a cue sees it: three scores as its source, three as its content; and whether the cue is one."""

    def __init__(self, distances: int, places: int, relations: int) -> None:
        super().__init__()
        self.word, self.cue = nn.Linear(WIDTH, PAIR), nn.Linear(WIDTH, PAIR, bias=False)
        self.views = nn.ModuleList(nn.Embedding(n, PAIR) for n in (distances, places, relations, 7))
        self.norm = nn.LayerNorm(PAIR)
        self.near = nn.ModuleList(nn.Conv1d(PAIR, PAIR, 3, padding=d, dilation=d) for d in (1, 2, 4))
        self.drop = nn.Dropout(0.1)
        self.roles = nn.Linear(PAIR, 6)
        self.real = nn.Sequential(nn.Linear(WIDTH + PAIR, PAIR), nn.GELU(), nn.Linear(PAIR, 1))

    def forward(self, words: Tensor, cues: Tensor, views: Tensor, seen: Tensor) -> tuple[Tensor, Tensor]:
        """Shapes: words [C, L, 384] around each cue, cues [C, 384], views [C, L, 4], seen [C, L].

        Returns [C, L, 6] (source and content, each outside, begin, inside) and [C].
        """
        return self.judge(self.word(words), cues, views, seen)

    def judge(self, narrow: Tensor, cues: Tensor, views: Tensor, seen: Tensor) -> tuple[Tensor, Tensor]:
        """Do what `forward` does, with words that are narrowed already: [C, L, 96]."""
        x = narrow + self.cue(cues)[:, None, :]
        for i, table in enumerate(self.views):
            x = x + table(views[:, :, i])
        x = self.drop(F.gelu(self.norm(x)))
        shown = seen.to(x.dtype)[:, :, None]
        for layer in self.near:
            x = x + self.drop(F.gelu(layer((x * shown).transpose(1, 2)).transpose(1, 2)))
        best = (x - (1.0 - shown) * 1e4).amax(dim=1)
        return self.roles(x), self.real(torch.cat([cues, best], dim=-1))[:, 0]


class Chain(nn.Module):
    """A linear-chain CRF over outside, begin, inside: inside stands only behind begin or inside."""

    def __init__(self) -> None:
        super().__init__()
        self.steps = nn.Parameter(torch.zeros(3, 3))

    @property
    def allowed(self) -> Tensor:
        """The steps' scores, from row to column, with what cannot be at a loss."""
        barred = torch.zeros(3, 3)
        barred[OUTSIDE, INSIDE] = -1e4
        return self.steps + barred

    def forward(self, scores: Tensor, tags: Tensor, mask: Tensor) -> Tensor:
        """Return the negative log likelihood of each row's tags: scores [N, L, 3], tags [N, L], mask [N, L]."""
        steps, shown = self.allowed, mask.to(scores.dtype)
        here = (scores.gather(2, tags[:, :, None])[:, :, 0] * shown).sum(1)
        moved = (steps[tags[:, :-1], tags[:, 1:]] * shown[:, 1:]).sum(1)
        start = torch.tensor([0.0, 0.0, -1e4])
        total = scores[:, 0] + start
        for t in range(1, scores.shape[1]):
            now = torch.logsumexp(total[:, :, None] + steps[None], dim=1) + scores[:, t]
            total = torch.where(mask[:, t, None], now, total)
        return torch.logsumexp(total, dim=1) - here - moved


class Reader(nn.Module):
    """The encoder, the pairs, and a chain for cues, sources and contents."""

    def __init__(self, layers: int, *, tags: int, deps: int, distances: int, places: int, relations: int) -> None:
        super().__init__()
        self.encoder = Encoder(layers, tags, deps)
        self.pairs = Pairs(distances, places, relations)
        self.chains = nn.ModuleDict({name: Chain() for name in ("cue", "source", "content")})
