"""The reader's network in torch, for training and export; nothing at run time imports it.

Word vectors and features → question read by a recurrent layer → each passage token with the
question softly aligned to it (Chen et al. 2017) → recurrent layer → attention over the question →
recurrent layer → a score for every span: of its start, of its end, and of the two together. One
softmax runs over all spans of all passages of a question (Clark & Gardner 2018), in which "no
answer" scores 0, so scores compare across passages.

What this module does not know: texts, or how it is trained.
"""

from dataclasses import dataclass

import torch
from torch import Tensor, nn
from torch.nn import functional

from assistant.span_model.features import PASSAGE_FEATURES, QUESTION_FEATURES

_FAR = -1e4


@dataclass(frozen=True, slots=True)
class Sizes:
    """Widths of the network: of word vectors, of one recurrent direction, and of smaller parts."""

    word: int = 128
    hidden: int = 96
    aligned: int = 64
    pair: int = 48
    drop: float = 0.3
    word_drop: float = 0.2


def _dropped(values: Tensor, rate: float, *, training: bool) -> Tensor:
    """Drop the same units at all places of a sequence (Gal & Ghahramani 2016)."""
    if not training or not rate:
        return values
    keep = torch.empty_like(values[:, :1]).bernoulli_(1 - rate).div_(1 - rate)
    return values * keep


class Recurrent(nn.Module):
    """A GRU in both directions; what stands after a text's end changes nothing in it."""

    def __init__(self, inputs: int, hidden: int) -> None:
        """Read ``inputs`` values a token, give ``2 * hidden``."""
        super().__init__()
        self.onward = nn.GRU(inputs, hidden, batch_first=True)
        self.back = nn.GRU(inputs, hidden, batch_first=True)

    def forward(self, values: Tensor, turned: Tensor, _lengths: Tensor) -> Tensor:
        """Return states (texts, tokens, 2 * hidden); ``turned`` are the places from the end."""
        onward = self.onward(values)[0]
        index = turned.unsqueeze(2)
        reverse = values.gather(1, index.expand(-1, -1, values.shape[2]))
        back = self.back(reverse)[0]
        return torch.cat([onward, back.gather(1, index.expand(-1, -1, back.shape[2]))], 2)


def places(lengths: Tensor, most: int) -> tuple[Tensor, Tensor]:
    """Return, for texts of ``lengths``, what is padding, and the places counted from the end."""
    at = torch.arange(most, device=lengths.device).unsqueeze(0)
    size = lengths.unsqueeze(1)
    padding = at >= size
    return padding, torch.where(padding, at, size - 1 - at)


class SpanNetwork(nn.Module):
    """Scores every span of every passage for its question; see the module."""

    def __init__(self, vectors: Tensor, sizes: Sizes) -> None:
        """Start from word ``vectors`` (words, ``sizes.word``)."""
        super().__init__()
        self.sizes = sizes
        both = 2 * sizes.hidden
        self.words = nn.Embedding(len(vectors), sizes.word, 0, _weight=vectors.clone())
        self.align = nn.Linear(sizes.word, sizes.word)
        self.aligned = nn.Linear(sizes.word, sizes.aligned)
        self.question = Recurrent(sizes.word + QUESTION_FEATURES, sizes.hidden)
        self.first = Recurrent(sizes.word + sizes.aligned + PASSAGE_FEATURES, sizes.hidden)
        self.pool = nn.Linear(both, 1)
        self.attend = nn.Linear(both, both)
        self.fuse = nn.Linear(3 * both, both)
        self.about = nn.Linear(both, both)
        self.second = Recurrent(both, sizes.hidden)
        self.state = nn.Linear(2 * both, both)
        self.query = nn.Linear(both, 2 * both)
        self.ends = nn.Linear(both, 2)
        self.starts_with = nn.Linear(both, sizes.pair)
        self.ends_with = nn.Linear(both, sizes.pair)
        self.whole = nn.Linear(3 * both, sizes.hidden)
        self.answerable = nn.Linear(sizes.hidden, 1)

    def forward(  # noqa: PLR0913, PLR0917  # the six inputs of the exported graph
        self,
        passage: Tensor,
        passage_features: Tensor,
        passage_lengths: Tensor,
        question: Tensor,
        question_features: Tensor,
        question_lengths: Tensor,
    ) -> Tensor:
        """Return span scores (pairs, start, end), before spans that cannot be are left out."""
        training, sizes = self.training, self.sizes
        blank, turned = places(passage_lengths, passage.shape[1])
        no_word, question_turned = places(question_lengths, question.shape[1])
        hidden_words = no_word.unsqueeze(1).to(passage_features.dtype) * _FAR
        p = _dropped(self.words(passage), sizes.word_drop, training=training)
        q = _dropped(self.words(question), sizes.word_drop, training=training)
        asked = self.question(
            torch.cat([q, question_features], 2), question_turned, question_lengths
        )
        asked = _dropped(asked, sizes.drop, training=training)
        likeness = functional.relu(self.align(p)) @ functional.relu(self.align(q)).transpose(1, 2)
        weights = functional.softmax(likeness / sizes.word**0.5 + hidden_words, 2)
        aligned = functional.relu(weights @ self.aligned(q))
        first = self.first(torch.cat([p, aligned, passage_features], 2), turned, passage_lengths)
        first = _dropped(first, sizes.drop, training=training)
        pooled = functional.softmax(self.pool(asked) + hidden_words.transpose(1, 2), 1)
        summary = (pooled * asked).sum(1)
        fused = functional.relu(self._fused(first, asked, hidden_words, summary))
        fused = _dropped(fused, sizes.drop, training=training)
        second = _dropped(
            self.second(fused, turned, passage_lengths), sizes.drop, training=training
        )
        state = functional.relu(self.state(torch.cat([second, fused], 2)))
        return self._spans(state, summary, blank)

    def _fused(self, first: Tensor, asked: Tensor, hidden: Tensor, summary: Tensor) -> Tensor:
        """Return fuse([first, met, first * met]) + about(summary), ``met`` being the attention.

        Weights of attention sum to 1, so what is linear in the question, and what is the same at
        all tokens, is worked out for the question's few tokens, not for the passage's many.
        """
        root = (2 * self.sizes.hidden) ** 0.5
        looked = asked @ self.attend.weight / root
        near = first @ looked.transpose(1, 2) + ((asked @ self.attend.bias) / root)[:, None]
        weights = functional.softmax(near + hidden, 2)
        onward, over, both = self.fuse.weight.chunk(3, 1)
        same = self.fuse.bias + self.about(summary)
        product = first * (weights @ asked)
        brought = weights @ (asked @ over.t() + same[:, None])
        found: Tensor = first @ onward.t() + product @ both.t() + brought
        return found

    def _spans(self, state: Tensor, summary: Tensor, blank: Tensor) -> Tensor:
        query = self.query(summary).view(summary.shape[0], 2, -1) / state.shape[2] ** 0.5
        ends = state @ (query + self.ends.weight).transpose(1, 2) + self.ends.bias
        together = self.starts_with(state) @ self.ends_with(state).transpose(1, 2)
        far = blank.unsqueeze(2).to(state.dtype) * _FAR
        top = (state + far).amax(1)
        best = (functional.softmax(ends.sum(2, keepdim=True) + far, 1) * state).sum(1)
        whole = functional.relu(self.whole(torch.cat([summary, top, best], 1)))
        spans = together / self.sizes.pair**0.5 + ends[:, :, :1] + ends[:, :, 1:].transpose(1, 2)
        scores: Tensor = spans + self.answerable(whole)[:, :, None] + far.transpose(1, 2) + far
        return scores


def allowed(tokens: int, longest: int, device: torch.device) -> Tensor:
    """Return which (start, end) pairs are spans of at most ``longest`` tokens."""
    shape = torch.ones(tokens, tokens, dtype=torch.bool, device=device)
    return shape.triu() & ~shape.triu(longest)


def loss_of(spans: Tensor, start: Tensor, end: Tensor, asked: Tensor, longest: int) -> Tensor:
    """Return the mean loss of a batch; ``asked`` numbers its questions from 0, pairs in order.

    Each window is to choose its span, or nothing, by itself (nothing scores 0), and the one span
    of a question is to win over all spans of all its windows.
    """
    ok = allowed(spans.shape[1], longest, spans.device)
    scores = spans.masked_fill(~ok, _FAR).flatten(1)
    total = scores.logsumexp(1)
    right = start >= 0
    gold = spans[torch.arange(len(start)), start.clamp(min=0), end.clamp(min=0)]
    gold = torch.where(right, gold, torch.zeros_like(gold))
    alone = functional.softplus(total) - gold
    questions = int(asked.max()) + 1
    shared = torch.full((questions, len(start)), _FAR, device=spans.device, dtype=spans.dtype)
    shared[asked, torch.arange(len(start))] = total
    among = shared.logsumexp(1)[asked[right]] - gold[right]
    return (alone.sum() + among.sum()) / questions
