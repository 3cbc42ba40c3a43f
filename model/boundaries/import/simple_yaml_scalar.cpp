// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Reads single lines of YAML; see the header.
#include "model/boundaries/import/simple_yaml_scalar.h"

#include <QRegularExpression>

namespace cadastre {

namespace {

bool isYamlQuote(QChar c)
{
    return c == QLatin1Char('"') || c == QLatin1Char('\'');
}

/// Reads the text in quotes at the front of `rest` and takes it off; absent when it is not closed
/// on this line or has an unknown escape.
std::optional<QString> takeYamlQuoted(QStringView& rest)
{
    const QChar quote = rest.front();
    QString result;
    for (qsizetype i = 1; i < rest.size(); ++i) {
        const QChar c = rest[i];
        const QChar next = i + 1 < rest.size() ? rest[i + 1] : QChar();
        if (c == quote && quote == QLatin1Char('\'') && next == quote) {
            result += c;
            ++i;
        } else if (c == quote) {
            rest = rest.sliced(i + 1);
            return result;
        } else if (c == QLatin1Char('\\') && quote == QLatin1Char('"')) {
            static const QString escapes = QStringLiteral("\\\\\"\"//n\nt\t");
            qsizetype at = 0;
            while (at < escapes.size() && escapes[at] != next)
                at += 2;
            if (at >= escapes.size())
                return std::nullopt;
            result += escapes[at + 1];
            ++i;
        } else {
            result += c;
        }
    }
    return std::nullopt;
}

QStringView withoutYamlComment(QStringView text)
{
    for (qsizetype i = 1; i < text.size(); ++i) {
        if (text[i] == QLatin1Char('#') && text[i - 1].isSpace())
            return text.first(i).trimmed();
    }
    return text.trimmed();
}

bool isYamlCommentOrNothing(QStringView text)
{
    return text.trimmed().isEmpty() ||
           (text.front().isSpace() && text.trimmed().startsWith(QLatin1Char('#')));
}

/// What a text without quotes must not be, for another reader would see something else.
std::optional<QString> wrongPlainText(QStringView text)
{
    static const QString reserved = QStringLiteral("*&!%@`{}|>?");
    if (!text.isEmpty() && reserved.contains(text.front()))
        return QStringLiteral("%1 at the start of a text; put the text in quotes")
            .arg(text.front());
    if (text.contains(QLatin1String(": ")) || text.endsWith(QLatin1Char(':')))
        return QStringLiteral("a colon inside a text; put the text in quotes");
    return std::nullopt;
}

/// `[a, "b, c", d]`; a comment may stand behind it.
std::optional<QString> readYamlBrackets(QStringView rest, YamlNode& node)
{
    const QString notUnderstood =
        QStringLiteral("a list in brackets that is not understood; write one item per line");
    node.kind = YamlNode::Kind::List;
    rest = rest.sliced(1).trimmed();
    while (!rest.startsWith(QLatin1Char(']'))) {
        YamlNode item;
        item.kind = YamlNode::Kind::Scalar;
        if (!rest.isEmpty() && isYamlQuote(rest.front())) {
            const auto text = takeYamlQuoted(rest);
            if (!text)
                return notUnderstood;
            item.text = *text;
        } else {
            qsizetype end = 0;
            while (end < rest.size() && rest[end] != QLatin1Char(',') &&
                   rest[end] != QLatin1Char(']'))
                ++end;
            item.text = rest.first(end).trimmed().toString();
            rest = rest.sliced(end);
            if (const auto wrong = wrongPlainText(item.text))
                return wrong;
            if (item.text.isEmpty() || item.text.contains(QLatin1Char('[')))
                return notUnderstood;
        }
        node.items.push_back(item);
        rest = rest.trimmed();
        if (rest.startsWith(QLatin1Char(',')))
            rest = rest.sliced(1).trimmed();
        else if (!rest.startsWith(QLatin1Char(']')))
            return notUnderstood;
    }
    rest = rest.sliced(1);
    return rest.isEmpty() || isYamlCommentOrNothing(rest) ? std::nullopt
                                                          : std::optional(notUnderstood);
}

} // namespace

std::optional<YamlEntry> yamlEntry(const QString& text)
{
    QStringView rest(text);
    QString name;
    if (!rest.isEmpty() && isYamlQuote(rest.front())) {
        const auto quoted = takeYamlQuoted(rest);
        if (!quoted)
            return std::nullopt;
        name = *quoted;
    } else {
        static const QRegularExpression plain(QStringLiteral("^[A-Za-z_][A-Za-z0-9_. -]*"));
        name = plain.match(text).captured();
        rest = rest.sliced(name.size());
        name = name.trimmed();
    }
    const bool isEntry =
        rest.startsWith(QLatin1Char(':')) && (rest.size() == 1 || rest[1].isSpace());
    if (!isEntry || name.isEmpty())
        return std::nullopt;
    const QStringView value = rest.sliced(1).trimmed();
    return YamlEntry{name, value.startsWith(QLatin1Char('#')) ? QString() : value.toString()};
}

bool isYamlBlockText(const QString& value)
{
    static const QRegularExpression mark(QStringLiteral("^[|>][-+]?([ \\t]+#.*)?$"));
    return mark.match(value).hasMatch();
}

std::optional<QString> readYamlScalar(const QString& text, YamlNode& node)
{
    QStringView rest = QStringView(text).trimmed();
    if (rest.startsWith(QLatin1Char('[')))
        return readYamlBrackets(rest, node);
    node.kind = YamlNode::Kind::Scalar;
    if (!rest.isEmpty() && isYamlQuote(rest.front())) {
        const auto quoted = takeYamlQuoted(rest);
        if (!quoted || (!rest.isEmpty() && !isYamlCommentOrNothing(rest)))
            return QStringLiteral("a text in quotes that is not closed or not understood");
        node.text = *quoted;
        return std::nullopt;
    }
    node.text = withoutYamlComment(rest).toString();
    if (node.text == QLatin1String("{}") || node.text == QLatin1String("~") ||
        node.text == QLatin1String("null")) {
        node = YamlNode();
        return std::nullopt;
    }
    return wrongPlainText(node.text);
}

} // namespace cadastre
