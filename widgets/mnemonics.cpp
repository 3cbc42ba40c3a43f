// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "widgets/mnemonics.h"

#include <optional>

namespace cadastre {

namespace {

/// Where the '&' of the mnemonic is; -1 for none.
qsizetype mnemonicMark(const QString& text)
{
    for (qsizetype i = 0; i + 1 < text.size(); ++i) {
        if (text[i] != u'&')
            continue;
        if (text[i + 1] != u'&')
            return i;
        ++i;
    }
    return -1;
}

/// Without the mark, other '&' as they are.
QString unmarked(const QString& text)
{
    const qsizetype mark = mnemonicMark(text);
    return mark < 0 ? text : QString(text).remove(mark, 1);
}

/// A free letter of the text: the beginnings of words first.
std::optional<qsizetype> freePlace(const QString& text, const QString& taken)
{
    const auto isFree = [&](qsizetype i) {
        return text[i].isLetterOrNumber() && !taken.contains(text[i].toUpper());
    };
    const qsizetype end = text.contains(u'\t') ? text.indexOf(u'\t') : text.size();
    for (const bool onlyBeginnings : {true, false}) {
        for (qsizetype i = 0; i < end; ++i) {
            const bool begins = i == 0 || !text[i - 1].isLetterOrNumber();
            if ((begins || !onlyBeginnings) && isFree(i))
                return i;
        }
    }
    return std::nullopt;
}

} // namespace

QChar mnemonicOf(const QString& text)
{
    const qsizetype mark = mnemonicMark(text);
    return mark < 0 ? QChar() : text[mark + 1].toUpper();
}

QString withoutMnemonic(const QString& text)
{
    return unmarked(text).replace(QStringLiteral("&&"), QStringLiteral("&"));
}

QStringList withUniqueMnemonics(const QStringList& texts)
{
    QString taken;
    QStringList result = texts;
    std::vector<qsizetype> clashes;
    for (qsizetype i = 0; i < texts.size(); ++i) {
        const QChar letter = mnemonicOf(texts[i]);
        if (letter.isNull())
            continue;
        if (taken.contains(letter))
            clashes.push_back(i);
        else
            taken += letter;
    }
    for (const qsizetype i : clashes) {
        QString text = unmarked(texts[i]);
        if (const auto place = freePlace(text, taken)) {
            taken += text[*place].toUpper();
            text.insert(*place, u'&');
        }
        result[i] = text;
    }
    return result;
}

QString menuName(const QString& name, int longest)
{
    QString text =
        name.size() > longest
            ? QString(name.left(longest / 2) % QChar(0x2026) % name.right(longest / 2))
            : name;
    return text.replace(QLatin1Char('&'), QStringLiteral("&&"));
}

} // namespace cadastre
