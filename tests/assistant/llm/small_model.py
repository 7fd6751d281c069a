"""A language model of a few hundred thousand weights, built, taught by heart, and saved.

It attends to a window alone, so that what it says depends on the end of what it was sent: the
question and the start of the answer. That is enough to learn a few answers in seconds, from the
end of each prompt, and to say them after whole prompts.

What this module does not know: how the model is served.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from assistant.llm.client import Message

TEMPLATE = (
    "{% for message in messages %}<{{ message.role }}>{{ message.content }}<end>{% endfor %}"
    "{% if add_generation_prompt %}<assistant>{% endif %}"
)
WINDOW = 64
LAYERS = 2
REACH = WINDOW * LAYERS  # no answer depends on what stands further back
LONGEST = 4_096
ENOUGH = 0.005
MOST_STEPS = 400


@dataclass(frozen=True)
class Lesson:
    """What the model is sent, and what it is to say."""

    messages: Sequence[Message]
    answer: str


def teach(lessons: Sequence[Lesson], folder: Path) -> float:
    """Train a model on lessons until it knows them by heart; save it; return the last loss."""
    import torch
    from transformers import MistralConfig, MistralForCausalLM

    torch.manual_seed(7)
    torch.set_num_threads(1)
    tokenizer = _tokenizer(lessons)
    model: Any = MistralForCausalLM(  # untyped
        MistralConfig(
            vocab_size=len(tokenizer),
            hidden_size=96,
            intermediate_size=192,
            num_hidden_layers=LAYERS,
            num_attention_heads=4,
            num_key_value_heads=4,
            max_position_embeddings=LONGEST,
            sliding_window=WINDOW,
            bos_token_id=None,
            eos_token_id=tokenizer.eos_token_id,
            pad_token_id=tokenizer.eos_token_id,
            tie_word_embeddings=True,
        )
    )
    inputs, labels = _batch(tokenizer, lessons)
    optimiser = torch.optim.AdamW(model.parameters(), lr=3e-3)
    loss = torch.tensor(1.0)
    for _ in range(MOST_STEPS):
        loss = model(input_ids=inputs, labels=labels).loss
        optimiser.zero_grad()
        loss.backward()
        optimiser.step()
        if loss.item() < ENOUGH:
            break
    model.eval().save_pretrained(folder)
    tokenizer.save_pretrained(folder)
    return float(loss.item())


def _tokenizer(lessons: Sequence[Lesson]) -> Any:  # noqa: ANN401 - transformers' own class
    """Return a tokenizer over bytes, its pairs learnt from the lessons."""
    from tokenizers import ByteLevelBPETokenizer
    from transformers import PreTrainedTokenizerFast

    learner = ByteLevelBPETokenizer()
    texts = [text for one in lessons for text in (one.answer, *(m.text for m in one.messages))]
    special = ["<end>", "<system>", "<user>", "<assistant>"]
    learner.train_from_iterator(texts, vocab_size=1_000, special_tokens=special)
    made: Any = PreTrainedTokenizerFast  # untyped
    tokenizer = made(
        tokenizer_object=learner._tokenizer,
        additional_special_tokens=special[1:],
    )
    tokenizer.eos_token = tokenizer.pad_token = special[0]
    tokenizer.chat_template = TEMPLATE
    return tokenizer


def _batch(tokenizer: Any, lessons: Sequence[Lesson]) -> tuple[Any, Any]:  # noqa: ANN401 - the same
    """Return the ends of the prompts with their answers, and what is to be learnt of them."""
    import torch

    rows = []
    for one in lessons:
        messages = [{"role": each.role, "content": each.text} for each in one.messages]
        prompt = tokenizer.apply_chat_template(messages, add_generation_prompt=True, tokenize=False)
        sent = tokenizer(prompt, add_special_tokens=False).input_ids[-REACH:]
        said = tokenizer(f"{one.answer}<end>", add_special_tokens=False).input_ids
        rows.append((sent, said))
    longest = max(len(sent) + len(said) for sent, said in rows)
    inputs = torch.full((len(rows), longest), tokenizer.pad_token_id)
    labels = torch.full((len(rows), longest), -100)
    for row, (sent, said) in enumerate(rows):
        both = torch.tensor([*sent, *said])
        inputs[row, : len(both)] = both
        labels[row, len(sent) : len(both)] = both[len(sent) :]
    return inputs, labels
