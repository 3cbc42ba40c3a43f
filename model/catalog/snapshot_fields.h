// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// The fields of every object in a snapshot, said once for writing and reading: an archive is either
// a FieldWriter or a FieldReader. Where a field equals its default it is absent from the file.
#pragma once

#include "model/catalog/catalog_objects.h"

namespace cadastre::snapshot {

template <typename Archive, typename Object> void baseFields(Archive& a, Object& o)
{
    a.flag("undecodable_name", o.undecodableName, false);
    a.flag("system", o.system, false);
    a.text("comment", o.comment.text);
    a.word("comment_origin", o.comment.origin, CommentOrigin::Catalog);
    a.flag("comment_undecodable", o.comment.undecodable, false);
    a.text("owner", o.owner);
    a.text("extension", o.extension);
    a.identity("identity", o.identity);
    a.optionalText("not_read", o.notRead);
    a.properties("properties", o.properties);
}

template <typename Archive, typename Object> void sourceFields(Archive& a, Object& o)
{
    a.word("engine", o.engine);
    a.text("version", o.serverVersion);
    a.number("version_number", o.versionNumber);
    a.text("database", o.databaseName);
    a.text("location", o.location);
    a.text("default_schema", o.defaultSchema);
    a.text("encoding", o.encoding);
    a.flag("changed_while_reading", o.changedWhileReading, false);
    a.kindReports("kinds", o.kinds);
    a.omissions("omissions", o.omissions);
}

template <typename Archive, typename Object> void tableFields(Archive& a, Object& o)
{
    a.word("kind", o.kind, TableKind::Table);
    a.text("kind_code", o.kindCode);
    a.reference("partition_of", o.partitionOf);
    a.text("partition_bound", o.partitionBound);
    a.text("partition_key", o.partitionKey);
    a.references("inherits", o.inherits);
    a.text("view_definition", o.viewDefinition);
    a.optionalText("broken", o.broken);
    a.text("ddl", o.ddl);
    a.text("foreign_server", o.foreignServer);
    a.text("virtual_module", o.virtualModule);
    a.text("collation", o.collation);
    a.text("character_set", o.characterSet);
    a.flag("system_versioned", o.systemVersioned, false);
    a.flag("row_security", o.rowSecurity, false);
    a.optionalNumber("row_estimate", o.rowEstimate);
    a.optionalNumber("size_bytes", o.sizeBytes);
}

template <typename Archive, typename Object> void columnFields(Archive& a, Object& o)
{
    a.number("position", o.position);
    a.text("type", o.type);
    a.reference("user_type", o.userType);
    a.flag("nullable", o.nullable, true);
    a.flag("hidden", o.hidden, false);
    a.word("generated", o.generated, Generated::No);
    a.word("identity_column", o.columnIdentity, Identity::No);
    a.optionalText("default", o.defaultExpression);
    a.text("generation_expression", o.generationExpression);
    a.text("collation", o.collation);
    a.text("character_set", o.characterSet);
}

template <typename Archive, typename Object> void constraintFields(Archive& a, Object& o)
{
    a.word("kind", o.kind);
    a.columns("columns", o.columns);
    a.reference("references", o.referencedTable);
    a.columns("referenced_columns", o.referencedColumns);
    a.text("referenced_name", o.referencedName);
    a.word("on_update", o.onUpdate, ReferentialAction::NoAction);
    a.word("on_delete", o.onDelete, ReferentialAction::NoAction);
    a.text("match", o.matchType);
    a.flag("deferrable", o.deferrable, false);
    a.flag("initially_deferred", o.initiallyDeferred, false);
    a.flag("validated", o.validated, true);
    a.flag("enforced", o.enforced, true);
    a.text("expression", o.expression);
    a.text("definition", o.definition);
}

template <typename Archive, typename Object> void indexPartFields(Archive& a, Object& o)
{
    a.column("column", o.column);
    a.text("expression", o.expression);
    a.text("collation", o.collation);
    a.text("operator_class", o.operatorClass);
    a.flag("descending", o.descending, false);
    a.flag("nulls_first", o.nullsFirst, false);
    a.optionalNumber("prefix_length", o.prefixLength);
}

template <typename Archive, typename Object> void indexFields(Archive& a, Object& o)
{
    a.indexParts("parts", o.parts);
    a.columns("included", o.included);
    a.flag("unique", o.unique, false);
    a.flag("primary", o.primary, false);
    a.flag("valid", o.valid, true);
    a.flag("backs_constraint", o.backsConstraint, false);
    a.text("method", o.method);
    a.text("predicate", o.predicate);
    a.text("definition", o.definition);
}

template <typename Archive, typename Object> void triggerFields(Archive& a, Object& o)
{
    a.word("timing", o.timing);
    a.text("events", o.events);
    a.text("level", o.level);
    a.text("condition", o.condition);
    a.reference("routine", o.routine);
    a.text("calls", o.calls);
    a.text("body", o.body);
    a.flag("enabled", o.enabled, true);
    a.text("definition", o.definition);
}

template <typename Archive, typename Object> void routineFields(Archive& a, Object& o)
{
    a.word("kind", o.kind, RoutineKind::Function);
    a.text("arguments", o.arguments);
    a.text("returns", o.returns);
    a.text("language", o.language);
    a.text("body", o.body);
    a.text("definition", o.definition);
    a.flag("security_definer", o.securityDefiner, false);
}

template <typename Archive, typename Object> void typeFields(Archive& a, Object& o)
{
    a.word("kind", o.kind);
    a.texts("labels", o.labels);
    a.text("base_type", o.baseType);
    a.properties("attributes", o.attributes);
    a.texts("checks", o.checks);
    a.optionalText("default", o.defaultExpression);
    a.flag("not_null", o.notNull, false);
}

template <typename Archive, typename Object> void roleFields(Archive& a, Object& o)
{
    a.flag("superuser", o.superuser, false);
    a.flag("can_login", o.canLogin, false);
    a.flag("bypasses_row_security", o.bypassesRowSecurity, false);
    a.references("member_of", o.memberOf);
    a.references("by_set_role", o.bySetRole);
}

template <typename Archive, typename Object> void otherFields(Archive& a, Object& o)
{
    a.catalogKind("kind", o.kind);
    a.text("kind_name", o.kindName);
    a.reference("schema", o.schema);
    a.reference("about", o.about);
    a.text("definition", o.definition);
}

template <typename Archive, typename Object> void grantFields(Archive& a, Object& o)
{
    a.requiredReference("object", o.object);
    a.reference("grantee", o.grantee);
    a.privileges("privileges", o.privileges);
    a.privileges("grantable", o.grantable);
    a.text("grantor", o.grantor);
    a.text("other_privileges", o.otherPrivileges);
    a.flag("owner_default", o.ownerDefault, false);
}

template <typename Archive, typename Object> void dependencyFields(Archive& a, Object& o)
{
    a.requiredReference("dependent", o.dependent);
    a.requiredReference("on", o.on);
    a.word("kind", o.kind, DependencyKind::Reads);
}

} // namespace cadastre::snapshot
