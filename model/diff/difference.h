// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// What differs between two catalogs: objects that came, went or are altered, property by property,
// and what that means for readers and writers. How it is printed lives in model/export, how it is
// shown in widgets.
#pragma once

#include "model/catalog/match.h"
#include "model/diff/difference_area.h"

#include <QMap>
#include <QSet>

namespace cadastre {

enum class ChangeSign : std::uint8_t { Added, Removed, Altered };

/// Mildest first.
enum class ChangeSeverity : std::uint8_t {
    Harmless, ///< nothing that reads or writes notices
    Notable,  ///< worth a look: behaves differently, permits more, refuses more
    Breaking, ///< what read or wrote before may fail or read something else
};

struct PropertyChange
{
    DifferenceArea area = DifferenceArea::Tables;
    QString property; ///< "type", "comment", "right of app_rw": English, lower case
    QString before;   ///< empty: none
    QString after;    ///< empty: none
    ChangeSeverity severity = ChangeSeverity::Notable;
    QString note; ///< what it means, one sentence without a full stop; may be empty

    bool operator==(const PropertyChange&) const = default;
};

/// One object that is not what it was. An object that came or went stands for everything in it.
struct ObjectChange
{
    ChangeSign sign = ChangeSign::Altered;
    DifferenceArea area = DifferenceArea::Tables; ///< of the object itself
    ChangeSeverity severity = ChangeSeverity::Harmless;
    ObjectKind kind = ObjectKind::Table;
    QString kindName;                ///< "table", "foreign key", "sequence"
    QString name;                    ///< as people read it; of what went its old one
    std::optional<ObjectRef> before; ///< absent for Added
    std::optional<ObjectRef> after;  ///< absent for Removed
    ObjectKey key;                   ///< of `after`, of what went the old one
    ObjectKey keyBefore;             ///< the same where nothing was renamed
    /// Why an object of another name is taken for this one; absent where it is called as before.
    std::optional<MatchReason> renameReason;
    QString summary; ///< of what came or went: "integer NOT NULL", "12 columns, 2 constraints"
    QString note;    ///< what coming, going or the new name means
    /// Of Altered; of what came or went its members, `before` or `after` being empty.
    std::vector<PropertyChange> properties;

    [[nodiscard]] bool isRenamed() const { return renameReason.has_value(); }
    bool operator==(const ObjectChange&) const = default;
};

/// A foreign key that came or went, also together with its table.
struct RelationshipChange
{
    bool added = true;
    QString child; ///< "orders (customer_id)"
    QString parent;

    bool operator==(const RelationshipChange&) const = default;
};

/// What could not be compared, so that nothing is said to be missing.
struct NotCompared
{
    QString what;    ///< "triggers", "columns of shop.orders"
    QString reason;  ///< one sentence
    int objects = 0; ///< how many of one side have no counterpart because of it

    bool operator==(const NotCompared&) const = default;
};

struct DifferenceCounts
{
    int added = 0;
    int removed = 0;
    int altered = 0;

    [[nodiscard]] int all() const { return added + removed + altered; }
    bool operator==(const DifferenceCounts&) const = default;
};

struct CatalogDifference
{
    /// By source, then by schema and table; a table before what stands in it.
    std::vector<ObjectChange> changes;
    std::vector<RelationshipChange> relationships; ///< those that went before those that came
    std::vector<NotCompared> notCompared;

    [[nodiscard]] bool isEmpty() const { return changes.empty(); }
    [[nodiscard]] DifferenceCounts counts() const;
    [[nodiscard]] int countOf(ChangeSeverity severity) const;
    bool operator==(const CatalogDifference&) const = default;
};

struct DifferenceOptions
{
    DifferenceAreas areas = usualDifferenceAreas();
    /// Schema names of the old catalog and what they are called in the new one. Default schemas,
    /// and single schemas of databases of other names, are paired without being asked.
    QMap<QString, QString> schemas;
    /// Objects (old key, new key) that a person said are not the same, whatever they look like.
    QSet<std::pair<ObjectKey, ObjectKey>> notTheSame;
};

/// Linear in the number of objects. Kinds that one side has not (fully) read are never reported as
/// added or removed; between engines types are compared by what they hold, and what only one of
/// the engines has is said in notCompared. Same input, same value.
CatalogDifference difference(const Catalog& before, const Catalog& after,
                             const DifferenceOptions& options = {});

/// "breaking", "notable", "harmless".
QString changeSeverityName(ChangeSeverity severity);
/// "added", "removed", "altered".
QString changeSignName(ChangeSign sign);
/// "+", "-", "~".
QString changeSignText(ChangeSign sign);
/// Why two objects of other names are taken for one, as a part of a sentence.
QString renameReasonText(MatchReason reason, ObjectKind kind);
/// "3 added, 1 removed, 12 altered"; "nothing changed".
QString countsText(const DifferenceCounts& counts);

} // namespace cadastre
