// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Puts what a file of owners says over the boundaries that were there: names are looked up,
// patterns stay patterns where they say what the file says; see owner_import_parts.h.
#include "model/boundaries/import/owner_import_parts.h"
#include "model/boundaries/ownership/member_editor.h"
#include "model/boundaries/ownership/ownership_parts.h"
#include "model/boundaries/ownership/patterns.h"
#include "model/boundaries/ownership/table_names.h"

#include <algorithm>

namespace cadastre {

namespace {

constexpr int notesOfOneKind = 10;

/// Sentences of one kind: the first ones, then how many more.
class NoteList
{
public:
    void add(int line, const QString& what)
    {
        if (++m_count <= notesOfOneKind)
            m_notes << QStringLiteral("Line %1: %2.").arg(line).arg(what);
    }
    [[nodiscard]] QStringList take() const
    {
        QStringList notes = m_notes;
        if (m_count > notesOfOneKind)
            notes
                << QStringLiteral("And %1 more lines of this kind.").arg(m_count - notesOfOneKind);
        return notes;
    }

private:
    QStringList m_notes;
    int m_count = 0;
};

/// What a table was given, and by which statement.
struct GivenOwner
{
    QString boundary;
    int line = 0;
    bool exact = false;
};

class OwnerSheetApplier
{
public:
    OwnerSheetApplier(const OwnerSheet& sheet, const Catalog& catalog, const Boundaries& known)
        : m_sheet(sheet)
        , m_catalog(catalog)
        , m_names(catalog)
        , m_boundaries(known)
        , m_owners(known)
    {
        for (const auto& [name, boundary] : known.entries)
            m_knownNames.push_back(name);
    }

    OwnerImport apply()
    {
        m_notes = m_sheet.notes;
        for (const auto& [owner, described] : m_sheet.described)
            describe(boundaryNameOf(owner), described);
        for (const OwnerStatement& statement : m_sheet.statements) {
            if (statement.exception)
                except(statement, boundaryNameOf(statement.owner));
        }
        for (const OwnerStatement& statement : m_sheet.statements) {
            if (!statement.exception)
                read(statement);
        }
        OwnerImport result;
        result.boundaries = settled(result.members);
        result.notes = m_notes + m_newNames + m_unmatched.take() + m_twice.take();
        return result;
    }

private:
    /// The boundary that is called so, else the only one of that team, else a new one.
    QString boundaryNameOf(const QString& owner)
    {
        if (owner.isEmpty())
            return owner;
        const auto named = m_owners.boundariesOf(owner);
        if (named.size() == 1)
            return m_knownNames[named.front()];
        if (named.size() > 1 && !m_boundaries.entries.contains(owner))
            m_newNames << QStringLiteral("%1 is the owner of several boundaries; a boundary %1 "
                                         "was added beside them.")
                              .arg(owner);
        return owner.simplified();
    }

    void describe(const QString& name, const Boundary& described)
    {
        Boundary& boundary = m_boundaries.entries[name];
        const auto put = [](QString& value, const QString& said) {
            if (!said.isEmpty())
                value = said;
        };
        put(boundary.contact, described.contact);
        put(boundary.note, described.note);
        const bool isTheTeamsOwn =
            described.owner.compare(name, Qt::CaseInsensitive) == 0 && !boundary.owner.isEmpty();
        if (!isTheTeamsOwn)
            put(boundary.owner, described.owner);
        if (described.kind != BoundaryKind::Service)
            boundary.kind = described.kind;
        if (described.parent.isEmpty())
            return;
        const QString parent = boundaryNameOf(described.parent);
        m_boundaries.entries[parent];
        m_boundaries.entries[name].parent = parent;
    }

    void read(const OwnerStatement& statement)
    {
        const QString boundary = boundaryNameOf(statement.owner);
        if (TableNames::hasWildcards(statement.name))
            return readPattern(statement, boundary);
        const Result<TableId> table = m_names.find(statement.name);
        if (!table)
            return m_unmatched.add(statement.line, table.error().message);
        give(*table, {boundary, statement.line, true});
        m_exact.insert(*table);
    }

    void readPattern(const OwnerStatement& statement, const QString& boundary)
    {
        const Result<NamePattern> pattern = NamePattern::fromString(statement.name);
        if (!pattern) {
            QString what = pattern.error().message;
            what.chop(1);
            return m_unmatched.add(statement.line, what);
        }
        const std::vector<TableId> tables = m_names.matching(*pattern);
        if (tables.empty())
            return m_unmatched.add(
                statement.line,
                QStringLiteral("%1 matches no table; it is left out").arg(statement.name));
        for (TableId table : tables)
            give(table, {boundary, statement.line, false});
        if (!boundary.isEmpty())
            m_patterns.push_back({boundary, statement.name, tables});
    }

    void except(const OwnerStatement& statement, const QString& boundary)
    {
        const Result<NamePattern> pattern = NamePattern::fromString(statement.name);
        if (!pattern)
            return m_unmatched.add(statement.line, pattern.error().message.chopped(1));
        for (TableId table : m_names.matching(*pattern))
            m_excepted.insert({boundary, table});
        m_exceptions[boundary] << QString(QLatin1Char('!') + statement.name);
    }

    [[nodiscard]] bool isInside(const QString& inner, const QString& outer) const
    {
        const auto entry = m_boundaries.entries.find(inner);
        return entry != m_boundaries.entries.end() && entry->second.parent == outer;
    }

    /// A name counts more than a pattern, and a module more than what is around it.
    void give(TableId table, const GivenOwner& owner)
    {
        if (m_excepted.contains({owner.boundary, table}))
            return;
        const auto [given, isNew] = m_given.try_emplace(table, owner);
        if (isNew || given->second.boundary == owner.boundary)
            return;
        const bool isInner = isInside(owner.boundary, given->second.boundary);
        const bool isOuter = isInside(given->second.boundary, owner.boundary);
        const bool isMoreExact = owner.exact && !given->second.exact;
        const bool isLessExact = !owner.exact && given->second.exact;
        if (m_sheet.lastCounts || isInner || (isMoreExact && !isOuter)) {
            given->second = owner;
        } else if (!isOuter && !isLessExact) {
            m_twice.add(owner.line,
                        QStringLiteral("%1 is given to %2, but line %3 gave it to %4, and that "
                                       "counts")
                            .arg(m_catalog.displayName(table), owner.boundary)
                            .arg(given->second.line)
                            .arg(given->second.boundary));
        }
    }

    Boundaries settled(int& members)
    {
        MemberEditor editor(m_boundaries, m_catalog);
        std::map<TableId, QString> wanted;
        std::set<TableId> nobodys;
        std::set<TableId> named;
        for (const auto& [table, owner] : m_given) {
            named.insert(table);
            if (owner.boundary.isEmpty())
                nobodys.insert(table);
            else
                wanted[table] = owner.boundary;
            members += m_exact.contains(table) && !owner.boundary.isEmpty();
        }
        editor.forget(named);
        for (const GivenPattern& pattern : m_patterns) {
            const bool isOfUse = std::ranges::any_of(pattern.tables, [&](TableId table) {
                const auto owner = wanted.find(table);
                return owner != wanted.end() && owner->second == pattern.boundary;
            });
            if (!isOfUse)
                continue;
            editor.addMembers(pattern.boundary,
                              QStringList{pattern.text} + m_exceptions[pattern.boundary]);
            ++members;
        }
        editor.settleIn(wanted);
        editor.settleOut(nobodys);
        return editor.take();
    }

    struct GivenPattern
    {
        QString boundary;
        QString text;
        std::vector<TableId> tables;
    };
    const OwnerSheet& m_sheet;
    const Catalog& m_catalog;
    TableNames m_names;
    Boundaries m_boundaries;
    OwnerNames m_owners; ///< of those that were known
    std::vector<QString> m_knownNames;
    std::map<TableId, GivenOwner> m_given;
    std::set<TableId> m_exact;
    std::set<std::pair<QString, TableId>> m_excepted;
    std::vector<GivenPattern> m_patterns;
    std::map<QString, QStringList> m_exceptions; ///< with `!`, by boundary
    QStringList m_notes;
    QStringList m_newNames;
    NoteList m_unmatched;
    NoteList m_twice;
};

} // namespace

OwnerImport applyOwnerSheet(const OwnerSheet& sheet, const Catalog& catalog,
                            const Boundaries& known)
{
    return OwnerSheetApplier(sheet, catalog, known).apply();
}

} // namespace cadastre
