"""What looks like somebody's e-mail address, phone number or citizen service number (BSN) in a search."""

import re
import unicodedata

MAIL = re.compile(r"[^\s@]+@[^\s@]+")
# Digits with what people put between them: 06-12 34 56 78, (0318) 123.456, +31 6 1234 5678, 1234.56.782.
NUMBER = re.compile(r"\+?\(?\d(?:[\s().\-/\u2010-\u2015]*\d){7,}")
NINE_DIGITS = re.compile(r"\d{9}")  # a BSN, even if it was mistyped
PHONE = re.compile(r"(?:\+|00)\d{8,15}|0\d{9}|31\d{9}|6\d{8}")


def looks_personal(text: str) -> bool:
    """Whether the text holds something that belongs to one person; rather once too often than once too little."""
    plain = unicodedata.normalize("NFKC", text)
    if MAIL.search(plain):
        return True
    numbers = (re.sub(r"[^\d+]", "", number) for number in NUMBER.findall(plain))
    return any(PHONE.fullmatch(number) or NINE_DIGITS.fullmatch(number) or is_bsn(number) for number in numbers)


def is_bsn(number: str) -> bool:
    """Whether the digits pass the test of eleven (elfproef) of the BSN; eight digits lack the zero in front.

    The weights are 9 to 2 and then -1, and the sum is a multiple of 11 (Logisch Ontwerp BSN, RvIG).
    """
    if not number.isdigit() or len(number) not in (8, 9):
        return False
    digits = [int(digit) for digit in number.zfill(9)]
    return any(digits) and sum(a * b for a, b in zip(digits, (9, 8, 7, 6, 5, 4, 3, 2, -1), strict=True)) % 11 == 0
