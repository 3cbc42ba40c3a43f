// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// A scanner for names, dots and commas; see the header.
#include "model/boundaries/contracts/probable_star_text.h"

#include <optional>

namespace cadastre {

namespace {

struct ListWord
{
    QString text;
    bool quoted = false;

    [[nodiscard]] bool is(const char* word) const
    {
        return !quoted && text.compare(QLatin1String(word), Qt::CaseInsensitive) == 0;
    }
};

class SelectListScanner
{
public:
    explicit SelectListScanner(QStringView text)
        : m_text(text)
    {
    }

    bool take(QChar character)
    {
        skipBlanks();
        if (m_at >= m_text.size() || m_text[m_at] != character)
            return false;
        ++m_at;
        return true;
    }

    /// A name, quoted or not, or a word of SQL; absent where there is something else.
    std::optional<ListWord> word()
    {
        skipBlanks();
        if (m_at >= m_text.size())
            return std::nullopt;
        const QChar first = m_text[m_at];
        if (first == QLatin1Char('"') || first == QLatin1Char('`'))
            return ListWord{quoted(first), true};
        const qsizetype from = m_at;
        while (m_at < m_text.size() && isWordCharacter(m_text[m_at]))
            ++m_at;
        if (m_at == from)
            return std::nullopt;
        return ListWord{m_text.mid(from, m_at - from).toString(), false};
    }

private:
    static bool isWordCharacter(QChar c)
    {
        return c.isLetterOrNumber() || c.isSurrogate() || c == QLatin1Char('_') ||
               c == QLatin1Char('$');
    }

    void skipBlanks()
    {
        while (m_at < m_text.size() && m_text[m_at].isSpace())
            ++m_at;
    }

    QString quoted(QChar quote)
    {
        QString text;
        for (++m_at; m_at < m_text.size(); ++m_at) {
            if (m_text[m_at] != quote) {
                text += m_text[m_at];
            } else if (m_at + 1 < m_text.size() && m_text[m_at + 1] == quote) {
                text += quote;
                ++m_at;
            } else {
                ++m_at;
                break;
            }
        }
        return text;
    }

    QStringView m_text;
    qsizetype m_at = 0;
};

/// `a.b.name`, and behind it whatever word is next.
struct ListedColumn
{
    QString name;
    std::optional<ListWord> next;
};

std::optional<ListedColumn> listedColumn(SelectListScanner& scanner)
{
    std::optional<ListWord> part = scanner.word();
    while (part && scanner.take(QLatin1Char('.')))
        part = scanner.word();
    if (!part)
        return std::nullopt;
    ListedColumn column{part->text, scanner.word()};
    if (!column.next || !column.next->is("as"))
        return column;
    const std::optional<ListWord> alias = scanner.word();
    if (!alias || alias->text != column.name)
        return std::nullopt;
    column.next = scanner.word();
    return column;
}

} // namespace

bool selectsPlainColumns(QStringView definition, const QStringList& names)
{
    SelectListScanner scanner(definition);
    const std::optional<ListWord> select = scanner.word();
    if (!select || !select->is("select"))
        return false;
    for (qsizetype i = 0; i < names.size(); ++i) {
        const std::optional<ListedColumn> column = listedColumn(scanner);
        if (!column || column->name != names[i])
            return false;
        const bool isLast = i + 1 == names.size();
        const bool endsHere = column->next && column->next->is("from");
        if (isLast)
            return endsHere;
        if (column->next || !scanner.take(QLatin1Char(',')))
            return false;
    }
    return false;
}

} // namespace cadastre
