// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "model/dialect/mariadb_spans.h"

namespace cadastre::mariadb {

namespace {

bool isWordByte(char byte)
{
    const auto code = static_cast<unsigned char>(byte);
    return (byte >= '0' && byte <= '9') || (byte >= 'a' && byte <= 'z') ||
           (byte >= 'A' && byte <= 'Z') || byte == '_' || byte == '$' || byte == '@' ||
           code >= 0x80;
}

bool isBlank(char byte)
{
    return byte == ' ' || byte == '\n' || byte == '\r' || byte == '\t';
}

char unescapedByte(char byte)
{
    switch (byte) {
    case '0':
        return '\0';
    case 'n':
        return '\n';
    case 'r':
        return '\r';
    case 't':
        return '\t';
    case 'b':
        return '\b';
    case 'Z':
        return '\x1a';
    default:
        return byte;
    }
}

class SpanReader
{
public:
    SpanReader(const QByteArray& sql, BackslashMode mode)
        : m_sql(sql)
        , m_mode(mode)
    {
    }

    bool read()
    {
        while (m_at < m_sql.size()) {
            if (!step())
                return false;
        }
        return m_depth == 0;
    }
    std::vector<Span> take() { return std::move(m_spans); }

private:
    [[nodiscard]] char at(qsizetype offset = 0) const
    {
        return m_at + offset < m_sql.size() ? m_sql[m_at + offset] : '\0';
    }
    void add(SpanKind kind, qsizetype start) { m_spans.push_back({kind, start, m_at, m_depth}); }

    bool step()
    {
        if (isBlank(at())) {
            ++m_at;
            return true;
        }
        if (at() == '/' && at(1) == '*')
            return openComment();
        if (at() == '*' && at(1) == '/') {
            m_at += 2;
            return true;
        }
        if (at() == '`' || at() == '\'' || at() == '"')
            return readQuoted(at());
        if (isWordByte(at())) {
            readWord();
            return true;
        }
        return readSymbol();
    }

    /// Of `/*!80023 ` and `/*M!100301 ` only the mark is skipped.
    bool openComment()
    {
        const bool shared = at(2) == '!';
        const bool own = at(2) == 'M' && at(3) == '!';
        if (shared || own) {
            m_at += shared ? 3 : 4;
            while (at() >= '0' && at() <= '9')
                ++m_at;
            return true;
        }
        const qsizetype end = m_sql.indexOf("*/", m_at + 2);
        m_at = end + 2;
        return end >= 0;
    }

    bool readQuoted(char quote)
    {
        const qsizetype start = m_at++;
        const bool escapes = quote != '`' && m_mode == BackslashMode::Escapes;
        for (; m_at < m_sql.size(); ++m_at) {
            if (at() == quote && at(1) == quote) {
                ++m_at;
            } else if (at() == quote) {
                ++m_at;
                add(quote == '`' ? SpanKind::QuotedName : SpanKind::String, start);
                return true;
            } else if (at() == '\\' && escapes) {
                ++m_at;
            }
        }
        return false;
    }

    void readWord()
    {
        const qsizetype start = m_at;
        while (m_at < m_sql.size() && isWordByte(m_sql[m_at]))
            ++m_at;
        add(SpanKind::Word, start);
    }

    bool readSymbol()
    {
        const qsizetype start = m_at++;
        if (m_sql[start] == ')' && --m_depth < 0)
            return false;
        add(SpanKind::Symbol, start);
        if (m_sql[start] == '(')
            ++m_depth;
        return true;
    }

    const QByteArray& m_sql;
    BackslashMode m_mode;
    qsizetype m_at = 0;
    int m_depth = 0;
    std::vector<Span> m_spans;
};

} // namespace

Result<std::vector<Span>> spansOf(const QByteArray& sql, BackslashMode mode)
{
    SpanReader reader(sql, mode);
    if (!reader.read()) {
        return Error{QStringLiteral("The server's definition of the object could not be read."),
                     QString::fromUtf8(sql)};
    }
    return reader.take();
}

QString textOf(const QByteArray& utf8)
{
    QString text = QString::fromUtf8(utf8);
    if (utf8.startsWith("\xef\xbb\xbf"))
        text.prepend(QChar(QChar::ByteOrderMark));
    return text;
}

bool isWord(const QByteArray& sql, const Span& span, const char* word)
{
    return span.kind == SpanKind::Word &&
           QByteArrayView(sql)
                   .sliced(span.start, span.end - span.start)
                   .compare(QByteArrayView(word), Qt::CaseInsensitive) == 0;
}

bool isSymbol(const QByteArray& sql, const Span& span, char symbol)
{
    return span.kind == SpanKind::Symbol && sql[span.start] == symbol;
}

QByteArray unquoted(const QByteArray& sql, const Span& span, BackslashMode mode)
{
    const char quote = sql[span.start];
    const bool escapes = quote != '`' && mode == BackslashMode::Escapes;
    QByteArray text;
    for (qsizetype at = span.start + 1; at < span.end - 1; ++at) {
        if (sql[at] == '\\' && escapes) {
            text += unescapedByte(sql[++at]);
        } else {
            text += sql[at];
            if (sql[at] == quote)
                ++at;
        }
    }
    return text;
}

} // namespace cadastre::mariadb
