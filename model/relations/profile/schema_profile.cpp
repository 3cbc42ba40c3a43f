// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Makes the profile in passes over tables and columns, each linear; see the header.
#include "model/relations/profile/schema_profile.h"

#include "model/relations/profile/glued_words.h"
#include "model/relations/profile/table_keys.h"
#include "model/search/words.h"

#include <QSet>

namespace cadastre {

namespace {

constexpr qsizetype mostWords = 32; ///< of a name; as many as 63 bytes can hold

/// Comparing names takes more than the square of their words: of a name without end the last count.
QStringList lastWords(QStringList words)
{
    if (words.size() > mostWords)
        words.remove(0, words.size() - mostWords);
    return words;
}

class ProfileMaker
{
public:
    ProfileMaker(const Catalog& catalog, const std::vector<bool>& takesPart)
        : m_catalog(catalog)
    {
        m_profile.catalog = &catalog;
        m_profile.tables.resize(catalog.objects().tables.size());
        m_profile.columns.resize(catalog.objects().columns.size());
        for (std::size_t i = 0; i < takesPart.size(); ++i) {
            m_profile.tables[i].takesPart = takesPart[i];
            m_profile.tablesTakingPart += takesPart[i] ? 1 : 0;
        }
    }

    SchemaProfile make()
    {
        nameColumns();
        learnColumnWords();
        findGluedLetter();
        nameTables();
        findModulePrefixes();
        splitNames();
        typeColumns();
        findKeys();
        findColumnPrefixes();
        return std::move(m_profile);
    }

private:
    template <typename Visit> void forEachTable(Visit visit)
    {
        for (int i = 0; i < static_cast<int>(m_profile.tables.size()); ++i) {
            if (m_profile.tables[i].takesPart)
                visit(TableId{i}, m_profile.tables[i]);
        }
    }

    void nameTables()
    {
        QHash<QString, int> twins;
        forEachTable([&](TableId id, TableProfile& table) {
            const QString& name = m_catalog.table(id).name;
            for (const QString& word : tableWordsOf(name)) {
                table.words.push_back(m_profile.vocabulary.number(word));
                m_tableWords.add(word);
            }
            table.compact = compactName(name);
            ++twins[table.compact];
        });
        forEachTable([&](TableId, TableProfile& table) { table.nameTwins = twins[table.compact]; });
    }

    /// Words that columns of different names, or of several tables, are made of.
    void learnColumnWords()
    {
        for (std::size_t i = 0; i < m_rawWords.size(); ++i) {
            for (const QString& word : m_rawWords[i]) {
                if (word.size() >= 3 && m_rawWords[i].size() > 1)
                    m_columnWords.add(word);
            }
        }
    }

    /// Where the names of nearly all tables begin with one letter (`tagente`, `tusuario`), it is a
    /// mark; a first word that many tables share counts once, because that is a module.
    void findGluedLetter()
    {
        QHash<QChar, int> letters;
        QSet<QString> firstWords;
        forEachTable([&](TableId id, const TableProfile&) {
            const QStringList words = nameWords(m_catalog.table(id).name);
            if (words.isEmpty() || words.first().size() < 2 || m_catalog.table(id).name.size() <= 3)
                return;
            const qsizetype known = firstWords.size();
            firstWords.insert(words.first());
            if (firstWords.size() > known)
                ++letters[words.first().front()];
        });
        const auto count = static_cast<int>(firstWords.size());
        for (auto it = letters.cbegin(); it != letters.cend(); ++it) {
            if (count >= 8 && it.value() * 10 >= count * 9)
                m_gluedLetter = it.key();
        }
    }

    [[nodiscard]] QStringList tableWordsOf(const QString& name) const
    {
        QStringList words;
        QStringList raw = nameWords(name);
        if (!raw.isEmpty() && !m_gluedLetter.isNull() && raw.first().size() > 3 &&
            raw.first().front() == m_gluedLetter)
            raw.first().remove(0, 1);
        for (const QString& word : raw)
            words += splitTableWord(word, m_columnWords);
        return lastWords(std::move(words));
    }

    /// A first word, or first two, that three tables of a schema share.
    void findModulePrefixes()
    {
        QHash<std::pair<int, int>, int> first;
        QHash<std::pair<std::pair<int, int>, int>, int> firstTwo;
        forEachTable([&](TableId id, const TableProfile& table) {
            const int schema = m_catalog.table(id).schema.index;
            if (table.words.size() > 1)
                ++first[{schema, table.words[0]}];
            if (table.words.size() > 2)
                ++firstTwo[{{schema, table.words[0]}, table.words[1]}];
        });
        forEachTable([&](TableId id, TableProfile& table) {
            const int schema = m_catalog.table(id).schema.index;
            if (table.words.size() > 1 && first[{schema, table.words[0]}] >= 3)
                table.modulePrefix = 1;
            if (table.words.size() > 2 && table.modulePrefix == 1 &&
                firstTwo[{{schema, table.words[0]}, table.words[1]}] >= 3)
                table.modulePrefix = 2;
        });
    }

    void nameColumns()
    {
        forEachTable([&](TableId id, const TableProfile&) {
            const ColumnId first = m_catalog.firstColumn(id);
            const auto columns = m_catalog.columnsOf(id);
            for (int i = 0; i < static_cast<int>(columns.size()); ++i) {
                const ColumnId column{first.index + i};
                const int name = nameNumber(columns[i].name);
                m_profile.columns[column.index].name = name;
                m_profile.names[name].columns.push_back(column);
                ++m_profile.names[name].tables[m_catalog.table(id).schema.index];
            }
        });
    }

    int nameNumber(const QString& name)
    {
        // spelled with or without capitals it is one name, but its words may fall apart differently
        const auto known = m_spellings.constFind(name);
        if (known != m_spellings.constEnd())
            return *known;
        const QString folded = name.toCaseFolded();
        auto found = m_profile.nameNumbers.constFind(folded);
        if (found == m_profile.nameNumbers.constEnd()) {
            ColumnName entry;
            entry.folded = folded;
            entry.compact = compactName(name);
            m_rawWords.push_back(nameWords(name));
            found = m_profile.nameNumbers.insert(folded, static_cast<int>(m_profile.names.size()));
            m_profile.names.push_back(std::move(entry));
        }
        m_spellings.insert(name, *found);
        return *found;
    }

    void splitNames()
    {
        std::vector<QStringList> words;
        words.reserve(m_rawWords.size());
        for (const QStringList& raw : m_rawWords) {
            QStringList all;
            for (const QString& word : raw)
                all += splitColumnWord(word, m_tableWords);
            words.push_back(lastWords(std::move(all)));
        }
        for (std::size_t i = 0; i < words.size(); ++i) {
            for (const QString& word : words[i])
                m_profile.names[i].words.push_back(m_profile.vocabulary.number(word));
        }
    }

    void typeColumns()
    {
        QHash<QString, ColumnType> types;
        for (std::size_t i = 0; i < m_profile.columns.size(); ++i) {
            if (m_profile.columns[i].name < 0)
                continue;
            const Column& column = m_catalog.objects().columns[i];
            auto type = types.constFind(column.type);
            if (type == types.constEnd())
                type = types.insert(column.type, typeOf(column));
            ColumnProfile& profile = m_profile.columns[i];
            profile.type = *type;
            profile.numbersItself =
                column.columnIdentity != Identity::No ||
                (column.defaultExpression &&
                 column.defaultExpression->startsWith(QLatin1String("nextval(")));
        }
    }

    [[nodiscard]] ColumnType typeOf(const Column& column) const
    {
        if (column.userType && m_catalog.type(*column.userType).kind == TypeKind::Domain)
            return columnTypeOf(m_catalog.type(*column.userType).baseType);
        return columnTypeOf(column.type);
    }

    void findKeys()
    {
        findTableKeys(m_profile);
        forEachTable([&](TableId id, const TableProfile& table) {
            for (const ColumnId key : table.keys) {
                ColumnName& name = m_profile.names[m_profile.columns[key.index].name];
                ++name.keyCount;
                ++name.keyOwners[m_catalog.table(id).schema.index];
            }
        });
    }

    void findColumnPrefixes()
    {
        forEachTable([&](TableId id, TableProfile& table) {
            QHash<int, int> counts;
            const auto columns = static_cast<int>(m_catalog.columnsOf(id).size());
            const int first = m_catalog.firstColumn(id).index;
            for (int i = first; i < first + columns; ++i) {
                const auto& words = m_profile.names[m_profile.columns[i].name].words;
                if (words.size() > 1)
                    ++counts[words.front()];
            }
            for (auto it = counts.cbegin(); it != counts.cend(); ++it) {
                if (columns >= 3 && it.value() * 5 >= columns * 4)
                    table.columnPrefix = it.key();
            }
        });
    }

    const Catalog& m_catalog;
    SchemaProfile m_profile;
    QHash<QString, int> m_spellings;
    std::vector<QStringList> m_rawWords; ///< parallel to the profile's names
    WordDictionary m_columnWords;
    WordDictionary m_tableWords;
    QChar m_gluedLetter;
};

} // namespace

SchemaProfile profileOf(const Catalog& catalog, const std::vector<bool>& takesPart)
{
    return ProfileMaker(catalog, takesPart).make();
}

} // namespace cadastre
