// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Building blocks of descriptions: sections that leave out what is empty, and the sections that
// several kinds of objects share. One file per family of kinds adds to these.
#pragma once

#include "model/describe/describe.h"

#include <QStringList>

namespace cadastre {

/// A section under construction; rows without a value are left out.
class Facts
{
public:
    explicit Facts(QString title) { m_section.title = std::move(title); }

    void text(const QString& label, const QString& value);
    void code(const QString& label, const QString& value);
    void warning(const QString& label, const QString& value);
    void link(const QString& label, const QString& value, std::optional<ObjectRef> target);
    /// A row about an object that its label names.
    void named(const QString& name, const QString& value, ObjectRef target);
    /// A row about a relationship, with the object at its other end.
    void relationship(const QString& label, const QString& value, std::optional<ObjectRef> target,
                      int index);
    /// "yes", when it is so.
    void flag(const QString& label, bool value);
    void rows(std::vector<FactRow> rows);
    /// Appends the section where it has rows.
    void addTo(ObjectDescription& description) &&;

private:
    FactSection m_section;
};

/// What a description is made from.
struct DescribeInput
{
    const Catalog& catalog;
    const std::vector<Relationship>& relationships;
    ObjectRef object;
    const DescribeOptions& options;
};

/// Plain names, comma separated.
QString columnList(const Catalog& catalog, const std::vector<ColumnId>& columns);
/// The role of that name in the source of `object`, where the catalog has it.
std::optional<ObjectRef> roleNamed(const Catalog& catalog, ObjectRef object, const QString& name);
/// Objects of the catalog without a vector of their own that stand about `object`.
std::vector<OtherId> othersAbout(const Catalog& catalog, ObjectRef object);

// sections that all or several kinds have
void describeComment(const DescribeInput& input, ObjectDescription& description);
void describeProblems(const DescribeInput& input, ObjectDescription& description);
/// Adds owner, extension, engine-own, server identity and the properties of the engine.
void addCommonFacts(const DescribeInput& input, Facts& facts);
/// What a table or column points at, and what points at it.
void describeRelationships(const DescribeInput& input, ObjectDescription& description);
/// Of a column: why it is believed to point where it points, and what that is worth.
void describeReasons(const DescribeInput& input, ObjectDescription& description);
void describeDependencies(const DescribeInput& input, ObjectDescription& description);
void describeGrants(const DescribeInput& input, ObjectDescription& description);
/// What changes or checks rows by itself: of a table, or of one of its columns.
void describeActors(const DescribeInput& input, ObjectDescription& description);
/// What deleting a row of a table does elsewhere; views have no such section.
void describeDeletes(const DescribeInput& input, ObjectDescription& description);

// one function per kind: its facts and what it consists of
void describeSource(const DescribeInput& input, ObjectDescription& description);
void describeSchema(const DescribeInput& input, ObjectDescription& description);
void describeTable(const DescribeInput& input, ObjectDescription& description);
void describeColumn(const DescribeInput& input, ObjectDescription& description);
void describeConstraint(const DescribeInput& input, ObjectDescription& description);
void describeIndex(const DescribeInput& input, ObjectDescription& description);
void describeTrigger(const DescribeInput& input, ObjectDescription& description);
void describeRoutine(const DescribeInput& input, ObjectDescription& description);
void describeType(const DescribeInput& input, ObjectDescription& description);
void describeRole(const DescribeInput& input, ObjectDescription& description);
void describeOther(const DescribeInput& input, ObjectDescription& description);

/// "integer, not null, primary key, default 0": a column on one line.
QString columnSummary(const Catalog& catalog, ColumnId id);
/// "check (price > 0)", "foreign key customer_id → customers.id, on delete cascade".
QString constraintSummary(const Catalog& catalog, const Constraint& constraint);
/// "reads", or backward "read by": what an object does with another one.
QString dependencyWord(DependencyKind kind, bool forward);
/// ", on delete cascade, on update set null": what stands behind a foreign key; empty without.
QString referentialActions(const Constraint& key);
/// "unique, btree, (a, lower(b)), where ...".
QString indexSummary(const Catalog& catalog, const Index& index);
/// "before INSERT OR UPDATE, sets updated_at".
QString triggerSummary(const Catalog& catalog, TriggerId id);

} // namespace cadastre
