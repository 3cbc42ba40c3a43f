// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "model/catalog/column_families.h"

#include <QMap>
#include <QRegularExpression>

#include <algorithm>
#include <array>

namespace cadastre {

namespace {

/// One word of a name in lower case, and where it ends in the name.
struct Word
{
    QString text;
    qsizetype end = 0;
};

/// Words of snake_case, camelCase and PascalCase names: billingZipCode -> billing, zip, code.
std::vector<Word> wordsOf(const QString& name)
{
    std::vector<Word> words;
    qsizetype start = 0;
    const auto close = [&](qsizetype end) {
        if (end > start)
            words.push_back({name.mid(start, end - start).toLower(), end});
        start = end;
    };
    for (qsizetype i = 0; i < name.size(); ++i) {
        const QChar c = name[i];
        if (!c.isLetterOrNumber()) {
            close(i);
            start = i + 1;
        } else if (i > start && c.isUpper() &&
                   (!name[i - 1].isUpper() || (i + 1 < name.size() && name[i + 1].isLower()))) {
            close(i);
        }
    }
    close(name.size());
    return words;
}

template <std::size_t N> bool isOneOf(const QString& word, const std::array<const char*, N>& words)
{
    return std::any_of(words.begin(), words.end(),
                       [&](const char* candidate) { return word == QLatin1String(candidate); });
}

bool isAuditColumn(const std::vector<Word>& words)
{
    static constexpr std::array verbs{"created",  "updated", "modified", "changed",     "deleted",
                                      "inserted", "edited",  "creation", "modification"};
    static constexpr std::array details{"at",   "by",   "on",        "date",
                                        "time", "user", "timestamp", "id"};
    static constexpr std::array alone{"createdby", "createdat", "updatedby",
                                      "updatedat", "creator",   "modifiedby",
                                      "changedby", "ctime",     "mtime"};
    std::size_t first = 0;
    while (first < words.size() && (words[first].text == QLatin1String("last") ||
                                    words[first].text == QLatin1String("date")))
        ++first;
    if (first >= words.size())
        return false;
    if (words.size() - first == 1)
        return isOneOf(words[first].text, alone) || isOneOf(words[first].text, verbs);
    return isOneOf(words[first].text, verbs) &&
           std::all_of(words.begin() + static_cast<std::ptrdiff_t>(first) + 1, words.end(),
                       [](const Word& word) { return isOneOf(word.text, details); });
}

bool isNamedFlag(const QString& name, const std::vector<Word>& words)
{
    static constexpr std::array leading{"is", "has", "can", "allow", "allows", "should", "enable"};
    static const QRegularExpression numbered(QStringLiteral("^flag_?[0-9]+$"),
                                             QRegularExpression::CaseInsensitiveOption);
    if (words.size() > 1)
        return isOneOf(words.front().text, leading) || words.back().text == QLatin1String("flag") ||
               numbered.match(name).hasMatch();
    return numbered.match(name).hasMatch();
}

bool isBoolean(const Column& column)
{
    const QString type = column.type.toLower();
    return type.startsWith(QLatin1String("bool")) || type == QLatin1String("tinyint(1)") ||
           type == QLatin1String("bit(1)") || type == QLatin1String("bit");
}

bool isTimestamp(const Column& column)
{
    const QString type = column.type.toLower();
    return type.startsWith(QLatin1String("timestamp")) || type.startsWith(QLatin1String("date")) ||
           type.startsWith(QLatin1String("time"));
}

class Folder
{
public:
    Folder(const Catalog& catalog, TableId table, const QSet<ColumnId>& alwaysShown)
        : m_columns(catalog.columnsOf(table))
        , m_first(catalog.firstColumn(table).index)
    {
        for (int i = 0; i < static_cast<int>(m_columns.size()); ++i) {
            m_words.push_back(wordsOf(m_columns[i].name));
            if (!alwaysShown.contains(idOf(i)))
                m_free.push_back(i);
            else
                m_entries[i] = single(i);
        }
    }

    std::vector<ColumnEntry> fold()
    {
        foldWhere(ColumnFamilyKind::Audit, QStringLiteral("audit"), 2,
                  [this](int i) { return isAuditColumn(m_words[i]); });
        foldWhere(ColumnFamilyKind::Flags, QStringLiteral("flags"), 3,
                  [this](int i) { return isNamedFlag(m_columns[i].name, m_words[i]); });
        foldNumbered();
        foldPrefixes();
        foldWhere(ColumnFamilyKind::Timestamps, QStringLiteral("timestamps"), 3,
                  [this](int i) { return isTimestamp(m_columns[i]); });
        foldWhere(ColumnFamilyKind::Flags, QStringLiteral("booleans"), 3,
                  [this](int i) { return isBoolean(m_columns[i]); });
        return withoutTooMany();
    }

private:
    [[nodiscard]] ColumnId idOf(int i) const { return ColumnId{m_first + i}; }

    [[nodiscard]] ColumnEntry single(int i) const
    {
        return {ColumnFamilyKind::Single, m_columns[i].name, {idOf(i)}};
    }

    void addFamily(ColumnFamilyKind kind, const QString& name, const std::vector<int>& members)
    {
        ColumnEntry entry{kind, name, {}};
        for (int i : members)
            entry.columns.push_back(idOf(i));
        m_entries[members.front()] = std::move(entry);
        std::erase_if(m_free,
                      [&](int i) { return std::binary_search(members.begin(), members.end(), i); });
    }

    static QString counted(const QString& name, const std::vector<int>& members)
    {
        return QStringLiteral("%1 (%2)").arg(name, QString::number(members.size()));
    }

    template <typename Predicate>
    void foldWhere(ColumnFamilyKind kind, const QString& name, std::size_t least, Predicate belongs)
    {
        std::vector<int> members;
        std::copy_if(m_free.begin(), m_free.end(), std::back_inserter(members), belongs);
        if (members.size() >= least)
            addFamily(kind, counted(name, members), members);
    }

    /// Names that differ in one number only: at the end if there is one, else the first.
    void foldNumbered()
    {
        static const QRegularExpression atEnd(QStringLiteral("^(.*[^0-9])([0-9]{1,4})()$"));
        static const QRegularExpression inside(QStringLiteral("^([^0-9]+)([0-9]{1,4})([^0-9].*)$"));
        QMap<std::pair<QString, QString>, std::vector<std::pair<int, QString>>> repeats;
        for (int i : m_free) {
            QRegularExpressionMatch match = atEnd.match(m_columns[i].name);
            if (!match.hasMatch())
                match = inside.match(m_columns[i].name);
            if (match.hasMatch())
                repeats[{match.captured(1), match.captured(3)}].push_back({i, match.captured(2)});
        }
        for (auto it = repeats.cbegin(); it != repeats.cend(); ++it) {
            if (it->size() < 2)
                continue;
            std::vector<int> members;
            for (const auto& [column, number] : *it)
                members.push_back(column);
            const auto [lowest, highest] =
                std::minmax_element(it->begin(), it->end(), [](const auto& a, const auto& b) {
                    return a.second.toInt() < b.second.toInt();
                });
            const QString name =
                it.key().first % lowest->second % QChar(0x2026) % highest->second % it.key().second;
            const int span = highest->second.toInt() - lowest->second.toInt() + 1;
            const bool gapless = span == static_cast<int>(members.size());
            addFamily(ColumnFamilyKind::Numbered, gapless ? name : counted(name, members), members);
        }
    }

    /// How many first words nearly all columns share (ws_sold_date, ws_ship_date): they tell
    /// nothing.
    [[nodiscard]] std::size_t sharedByAll() const
    {
        QMap<QString, int> counts;
        for (const auto& words : m_words) {
            if (words.size() > 1)
                ++counts[words.front().text];
        }
        const auto most = std::max_element(counts.begin(), counts.end());
        const bool shared =
            most != counts.end() && *most * 10 >= static_cast<int>(m_columns.size()) * 8;
        return shared ? 1 : 0;
    }

    void foldPrefixes()
    {
        static constexpr std::array empty{"last", "first", "no", "the"};
        const std::size_t skipped = sharedByAll();
        QMap<QString, std::vector<int>> prefixes;
        for (int i : m_free) {
            const auto& words = m_words[i];
            if (words.size() < 2 + skipped || isOneOf(words[skipped].text, empty))
                continue;
            QString prefix;
            for (std::size_t word = 0; word <= skipped; ++word)
                prefix += words[word].text % QLatin1Char(' ');
            prefixes[prefix].push_back(i);
        }
        for (const std::vector<int>& members : std::as_const(prefixes)) {
            if (members.size() >= 4)
                addFamily(ColumnFamilyKind::Prefix, counted(prefixName(members), members), members);
        }
    }

    /// The words that all members begin with, as the first member writes them, and what is left
    /// out.
    [[nodiscard]] QString prefixName(const std::vector<int>& members) const
    {
        const auto& first = m_words[members.front()];
        std::size_t common = first.size() - 1;
        for (int i : members) {
            const auto& words = m_words[i];
            common = std::min(common, words.size() - 1);
            for (std::size_t word = 0; word < common; ++word) {
                if (words[word].text != first[word].text)
                    common = word;
            }
        }
        const QString& name = m_columns[members.front()].name;
        qsizetype end = first[common - 1].end;
        if (end < name.size() && !name[end].isLetterOrNumber())
            ++end;
        return name.left(end) % QChar(0x2026);
    }

    /// Singles that are no keys, from the end, become one last row until few enough remain.
    std::vector<ColumnEntry> withoutTooMany()
    {
        constexpr int leastHidden = 8;
        const int surplus =
            static_cast<int>(m_entries.size() + m_free.size()) - columnsShownUnfolded;
        ColumnEntry more{ColumnFamilyKind::More, {}, {}};
        const bool worthIt = surplus >= leastHidden;
        const int hidden = worthIt ? std::min(surplus + 1, static_cast<int>(m_free.size())) : 0;
        const std::size_t shown = m_free.size() - static_cast<std::size_t>(hidden);
        for (std::size_t i = 0; i < m_free.size(); ++i) {
            if (i < shown || hidden < 2)
                m_entries[m_free[i]] = single(m_free[i]);
            else
                more.columns.push_back(idOf(m_free[i]));
        }
        std::vector<ColumnEntry> entries(m_entries.begin(), m_entries.end());
        if (!more.columns.empty()) {
            more.name = QStringLiteral("%1 more…").arg(more.columns.size());
            entries.push_back(std::move(more));
        }
        return entries;
    }

    std::span<const Column> m_columns;
    int m_first = 0;
    std::vector<std::vector<Word>> m_words;
    std::vector<int> m_free;          ///< not in an entry yet, ascending
    QMap<int, ColumnEntry> m_entries; ///< by first column
};

} // namespace

std::vector<ColumnEntry> foldColumns(const Catalog& catalog, TableId table,
                                     const QSet<ColumnId>& alwaysShown)
{
    return Folder(catalog, table, alwaysShown).fold();
}

std::vector<ColumnEntry> unfoldedColumns(const Catalog& catalog, TableId table)
{
    std::vector<ColumnEntry> entries;
    int id = catalog.firstColumn(table).index;
    for (const Column& column : catalog.columnsOf(table))
        entries.push_back({ColumnFamilyKind::Single, column.name, {ColumnId{id++}}});
    return entries;
}

} // namespace cadastre
