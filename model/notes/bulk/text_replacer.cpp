// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Replaces in one text; see the header. Plain searches are patterns, too, with everything quoted.
#include "model/notes/bulk/text_replacer.h"

namespace cadastre {

namespace {

/// How often the engine may try on one text: a few milliseconds; catastrophic patterns exceed it.
const QString matchLimit = QStringLiteral("(*LIMIT_MATCH=200000)");

QString patternOf(const CommentSearch& search)
{
    const QString what = search.isPattern ? search.find : QRegularExpression::escape(search.find);
    if (!search.wholeWords)
        return QString(matchLimit + what);
    return QString(matchLimit + QLatin1String("(?<![\\p{L}\\p{N}\\p{M}_])(?:") + what +
                   QLatin1String(")(?![\\p{L}\\p{N}\\p{M}_])"));
}

} // namespace

Result<TextReplacer> TextReplacer::of(const CommentSearch& search)
{
    if (search.find.isEmpty())
        return Error{QStringLiteral("Say what to look for."), {}};
    // alone first: what a person wrote is to be sound by itself, and errors are at its places
    const QRegularExpression alone(search.isPattern ? search.find : QString());
    if (!alone.isValid())
        return Error{QStringLiteral("The pattern is not valid at character %1: %2.")
                         .arg(alone.patternErrorOffset() + 1)
                         .arg(alone.errorString()),
                     {}};
    auto pieces = piecesOf(search, alone.captureCount());
    if (!pieces)
        return pieces.error();
    TextReplacer replacer;
    QRegularExpression::PatternOptions options =
        QRegularExpression::UseUnicodePropertiesOption | QRegularExpression::MultilineOption;
    options.setFlag(QRegularExpression::CaseInsensitiveOption, !search.matchCase);
    replacer.m_pattern = QRegularExpression(patternOf(search), options);
    if (!replacer.m_pattern.isValid())
        return Error{
            QStringLiteral("The pattern is not valid: %1.").arg(replacer.m_pattern.errorString()),
            {}};
    replacer.m_pieces = std::move(*pieces);
    return replacer;
}

Result<std::vector<TextReplacer::Piece>> TextReplacer::piecesOf(const CommentSearch& search,
                                                                int groups)
{
    if (!search.isPattern)
        return std::vector<Piece>{{search.replacement, -1}};
    std::vector<Piece> pieces{{}};
    const QString& text = search.replacement;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar next = i + 1 < text.size() ? text[i + 1] : QChar();
        const bool isEscape = text[i] == QLatin1Char('\\');
        if (isEscape && next >= QLatin1Char('0') && next <= QLatin1Char('9')) {
            const int group = next.digitValue();
            if (group > groups)
                return Error{QStringLiteral("The replacement names group \\%1, but the pattern has "
                                            "%2.")
                                 .arg(group)
                                 .arg(groups == 0 ? QStringLiteral("no groups")
                                                  : QStringLiteral("only %1").arg(groups)),
                             {}};
            pieces.push_back({{}, group});
            pieces.push_back({});
            ++i;
        } else if (isEscape && (next == QLatin1Char('n') || next == QLatin1Char('\\'))) {
            pieces.back().text += next == QLatin1Char('n') ? QLatin1Char('\n') : next;
            ++i;
        } else {
            pieces.back().text += text[i];
        }
    }
    return pieces;
}

Result<std::optional<QString>> TextReplacer::replaced(const QString& text) const
{
    if (!text.isValidUtf16()) // no pattern can be tried on it
        return std::optional<QString>();
    QString result;
    qsizetype end = 0;
    qsizetype from = 0;
    while (from <= text.size()) {
        const QRegularExpressionMatch match = m_pattern.match(
            text, from, QRegularExpression::NormalMatch,
            QRegularExpression::DontCheckSubjectStringMatchOption); // checked once, above
        if (!match.isValid())
            return Error{QStringLiteral("the pattern takes too long on this text"), {}};
        if (!match.hasMatch())
            break;
        from = match.capturedEnd();
        if (match.capturedLength() == 0) { // replaces nothing, and would match everywhere
            from += from < text.size() && text[from].isHighSurrogate() ? 2 : 1;
            continue;
        }
        result += QStringView(text).sliced(end, match.capturedStart() - end);
        for (const Piece& piece : m_pieces)
            result += piece.group < 0 ? piece.text : match.captured(piece.group);
        end = match.capturedEnd();
    }
    if (end == 0)
        return std::optional<QString>();
    return std::optional<QString>(QString(result + QStringView(text).sliced(end)));
}

} // namespace cadastre
