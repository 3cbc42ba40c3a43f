// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Skips over strings and nested values to find where members end.
#include "model/workspace/json_spans.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace cadastre {

namespace {

class Scanner
{
public:
    explicit Scanner(const QByteArray& text)
        : m_text(text)
    {
    }

    std::optional<std::vector<MemberSpan>> members()
    {
        skipSpace();
        if (!readIf('{'))
            return std::nullopt;
        std::vector<MemberSpan> result;
        skipSpace();
        while (!atEnd() && peek() == '"') {
            const qsizetype nameStart = m_at;
            skipString();
            const QByteArray name = m_text.mid(nameStart, m_at - nameStart);
            skipSpace();
            readIf(':');
            skipSpace();
            const qsizetype valueStart = m_at;
            skipValue();
            result.push_back(
                {unescaped(name), m_text.mid(valueStart, m_at - valueStart), nameStart});
            skipSpace();
            readIf(',');
            skipSpace();
        }
        return result;
    }

private:
    [[nodiscard]] bool atEnd() const { return m_at >= m_text.size(); }
    [[nodiscard]] char peek() const { return m_text[m_at]; }

    static QByteArray unescaped(const QByteArray& quoted)
    {
        const QByteArray array = '[' + quoted + ']';
        return QJsonDocument::fromJson(array).array().first().toString().toUtf8();
    }

    bool readIf(char c)
    {
        if (atEnd() || peek() != c)
            return false;
        ++m_at;
        return true;
    }

    void skipSpace()
    {
        while (!atEnd() && (peek() == ' ' || peek() == '\n' || peek() == '\r' || peek() == '\t'))
            ++m_at;
    }

    void skipString()
    {
        ++m_at;
        while (!atEnd() && peek() != '"')
            m_at += peek() == '\\' ? 2 : 1;
        m_at = std::min(m_at + 1, m_text.size());
    }

    void skipValue()
    {
        int depth = 0;
        while (!atEnd()) {
            const char c = peek();
            if (c == '"') {
                skipString();
            } else if (depth == 0 && (c == ',' || c == '}' || c == ']' || c == ' ' || c == '\n' ||
                                      c == '\r' || c == '\t')) {
                return;
            } else {
                depth += c == '{' || c == '[' ? 1 : c == '}' || c == ']' ? -1 : 0;
                ++m_at;
            }
            if (depth == 0 && (c == '"' || c == '}' || c == ']'))
                return;
        }
    }

    const QByteArray& m_text;
    qsizetype m_at = 0;
};

} // namespace

std::optional<std::vector<MemberSpan>> memberSpans(const QByteArray& object)
{
    return Scanner(object).members();
}

} // namespace cadastre
