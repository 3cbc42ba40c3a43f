// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// The text form of object keys: printing, parsing, ordering.
#include "model/catalog/object_key.h"

#include "model/catalog/code_points.h"

#include <array>

namespace cadastre {

namespace {

constexpr std::array kindWords{
    "source",     "schema", "table",     "view",    "matview",       "foreign",     "column",
    "constraint", "index",  "trigger",   "routine", "type",          "role",        "boundary",
    "sequence",   "policy", "rule",      "event",   "event_trigger", "publication", "subscription",
    "extension",  "server", "collation", "unknown",
};

bool isPlainStart(QChar c)
{
    return (c >= QLatin1Char('a') && c <= QLatin1Char('z')) || c == QLatin1Char('_');
}

bool isPlain(QStringView part)
{
    if (part.isEmpty() || !isPlainStart(part.front()))
        return false;
    return std::all_of(part.begin(), part.end(), [](QChar c) {
        return isPlainStart(c) || (c >= QLatin1Char('0') && c <= QLatin1Char('9')) ||
               c == QLatin1Char('$');
    });
}

bool isControl(QChar c)
{
    return c.unicode() < 0x20 || (c.unicode() >= 0x7f && c.unicode() < 0xa0);
}

QString escaped(const QString& text)
{
    QString result;
    result.reserve(text.size());
    for (QChar c : text) {
        if (c == QLatin1Char('\\'))
            result += QLatin1String("\\\\");
        else if (c == QLatin1Char('\n'))
            result += QLatin1String("\\n");
        else if (c == QLatin1Char('\t'))
            result += QLatin1String("\\t");
        else if (isControl(c))
            result += QLatin1String("\\u{") + QString::number(c.unicode(), 16) + QLatin1Char('}');
        else
            result += c;
    }
    return result;
}

/// Reads a key from left to right; `position` is where the next character is.
class KeyParser
{
public:
    explicit KeyParser(QStringView text)
        : m_text(text)
    {
    }

    Result<ObjectKey> parse()
    {
        ObjectKey key;
        readSource(key);
        const bool hasKind = readKind(key);
        if (!atEnd()) {
            do {
                const Result<QString> part = readPart(hasKind && key.kind == KeyKind::Routine);
                if (!part)
                    return part.error();
                key.parts << *part;
            } while (readIf(QLatin1Char('.')));
        }
        if (!atEnd() && peek() == QLatin1Char('(')) {
            const Result<QString> arguments = readArguments();
            if (!arguments)
                return arguments.error();
            key.arguments = *arguments;
            key.kind = KeyKind::Routine;
        }
        if (!atEnd())
            return failure(QStringLiteral("a dot or the end is missing"));
        if (!hasKind && key.kind != KeyKind::Routine)
            key.kind = key.parts.size() >= 3 ? KeyKind::Column : KeyKind::Table;
        return key;
    }

private:
    [[nodiscard]] bool atEnd() const { return m_position >= m_text.size(); }
    [[nodiscard]] QChar peek() const { return m_text[m_position]; }

    bool readIf(QChar c)
    {
        if (atEnd() || peek() != c)
            return false;
        ++m_position;
        return true;
    }

    Error failure(const QString& what) const
    {
        return {QStringLiteral("\"%1\" is not an object name: %2 at character %3.")
                    .arg(escaped(m_text.toString()), what)
                    .arg(m_position + 1),
                {}};
    }

    void readSource(ObjectKey& key)
    {
        const qsizetype slash = m_text.indexOf(QLatin1Char('/'));
        if (slash <= 0)
            return;
        const QStringView name = m_text.first(slash);
        const bool valid = std::all_of(name.begin(), name.end(), [](QChar c) {
            return (c >= QLatin1Char('a') && c <= QLatin1Char('z')) || c.isDigit() ||
                   c == QLatin1Char('_') || c == QLatin1Char('-');
        });
        if (valid) {
            key.source = name.toString();
            m_position = slash + 1;
        }
    }

    bool readKind(ObjectKey& key)
    {
        const QStringView rest = m_text.sliced(m_position);
        const qsizetype colon = rest.indexOf(QLatin1Char(':'));
        for (std::size_t i = 0; colon > 0 && i < kindWords.size(); ++i) {
            if (rest.first(colon) == QLatin1String(kindWords[i])) {
                key.kind = static_cast<KeyKind>(i);
                m_position += colon + 1;
                return true;
            }
        }
        return false;
    }

    Result<QString> readPart(bool stopsAtParenthesis)
    {
        if (readIf(QLatin1Char('"')))
            return readQuoted();
        const qsizetype start = m_position;
        while (!atEnd() && peek() != QLatin1Char('.') && peek() != QLatin1Char('"') &&
               !isControl(peek()) && !(stopsAtParenthesis && peek() == QLatin1Char('(')))
            ++m_position;
        if (m_position == start)
            return failure(QStringLiteral("a name is missing"));
        return m_text.sliced(start, m_position - start).toString();
    }

    Result<QString> readQuoted()
    {
        QString part;
        while (!atEnd()) {
            const QChar c = m_text[m_position++];
            if (c == QLatin1Char('"')) {
                if (!readIf(QLatin1Char('"')))
                    return part;
                part += c;
            } else if (c == QLatin1Char('\\')) {
                const std::optional<QChar> unescaped = readEscape();
                if (!unescaped)
                    return failure(QStringLiteral("an unknown escape stands"));
                part += *unescaped;
            } else {
                part += c;
            }
        }
        return failure(QStringLiteral("a closing double quote is missing"));
    }

    std::optional<QChar> readEscape()
    {
        if (readIf(QLatin1Char('\\')))
            return QLatin1Char('\\');
        if (readIf(QLatin1Char('n')))
            return QLatin1Char('\n');
        if (readIf(QLatin1Char('t')))
            return QLatin1Char('\t');
        if (!m_text.sliced(m_position).startsWith(QLatin1String("u{")))
            return std::nullopt;
        const qsizetype end = m_text.indexOf(QLatin1Char('}'), m_position);
        if (end < 0)
            return std::nullopt;
        bool valid = false;
        const uint code = m_text.sliced(m_position + 2, end - m_position - 2).toUInt(&valid, 16);
        if (!valid || code > 0xffff)
            return std::nullopt;
        m_position = end + 1;
        return QChar(static_cast<char16_t>(code));
    }

    /// `(a,b)` up to the last parenthesis of the text.
    Result<QString> readArguments()
    {
        if (!m_text.endsWith(QLatin1Char(')')))
            return failure(QStringLiteral("the closing parenthesis is missing"));
        const QString arguments = m_text.sliced(m_position + 1).chopped(1).toString();
        m_position = m_text.size();
        return arguments;
    }

    QStringView m_text;
    qsizetype m_position = 0;
};

} // namespace

QString keyKindName(KeyKind kind)
{
    return QString::fromLatin1(kindWords[static_cast<std::size_t>(kind)]);
}

QString quotedKeyPart(const QString& part)
{
    if (isPlain(part))
        return part;
    QString doubled = escaped(part);
    doubled.replace(QLatin1Char('"'), QLatin1String("\"\""));
    return QLatin1Char('"') + doubled + QLatin1Char('"');
}

std::strong_ordering ObjectKey::operator<=>(const ObjectKey& other) const
{
    if (const auto order = compareCodePoints(source, other.source); order != 0)
        return order;
    const qsizetype common = std::min(parts.size(), other.parts.size());
    for (qsizetype i = 0; i < common; ++i) {
        if (const auto order = compareCodePoints(parts[i], other.parts[i]); order != 0)
            return order;
    }
    if (const auto order = parts.size() <=> other.parts.size(); order != 0)
        return order;
    if (kind != other.kind)
        return kind <=> other.kind;
    return compareCodePoints(arguments, other.arguments);
}

QString ObjectKey::toString() const
{
    QStringList quoted;
    quoted.reserve(parts.size());
    for (const QString& part : parts)
        quoted << quotedKeyPart(part);
    QString text = keyKindName(kind) + QLatin1Char(':') + quoted.join(QLatin1Char('.'));
    if (!source.isEmpty())
        text.prepend(source + QLatin1Char('/'));
    if (kind == KeyKind::Routine)
        text += QLatin1Char('(') + arguments + QLatin1Char(')');
    return text;
}

Result<ObjectKey> ObjectKey::fromString(QStringView text)
{
    if (text.isEmpty())
        return Error{QStringLiteral("An object name is empty."), {}};
    return KeyParser(text).parse();
}

size_t qHash(const ObjectKey& key, size_t seed) noexcept
{
    return qHashMulti(seed, key.source, static_cast<int>(key.kind), key.parts, key.arguments);
}

} // namespace cadastre
