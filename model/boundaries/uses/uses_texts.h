// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// What the SQL texts of a catalog use, object by object: views, routines, triggers, rules, policies
// and events; and what could not be read of them. How this meets the server's own dependencies is
// not known here.
#pragma once

#include "model/boundaries/uses/uses_collector.h"
#include "model/relations/sql/catalog_sql.h"

#include <QSet>

#include <memory>

namespace cadastre {

/// What the text of one object says.
struct TextUses
{
    UseFacts facts;
    QStringList unknown;   ///< one sentence each: what could not be read
    QStringList ownTables; ///< that the text makes itself
};

/// Reads texts one after the other; keeps what it knows of each source.
class UseTexts
{
public:
    explicit UseTexts(const Catalog& catalog)
        : m_catalog(catalog)
    {
    }

    /// Of a table (a view), trigger, routine or other. An object without text says nothing; one
    /// whose text is missing says so in `unknown`.
    TextUses read(ObjectRef user);

private:
    void readView(TableId id, TextUses& found);
    void readTrigger(TriggerId id, TextUses& found);
    void readRoutine(RoutineId id, TextUses& found);
    void readOther(OtherId id, TextUses& found);
    void readBody(const SqlBody& body, TextUses& found, std::optional<TableId> ownTable = {});

    struct SourceNames
    {
        CatalogNames tables;
        RoutineNames routines;
    };
    const SourceNames& namesOf(SourceId source);

    const Catalog& m_catalog;
    QHash<SourceId, std::shared_ptr<const SourceNames>> m_names;
};

} // namespace cadastre
