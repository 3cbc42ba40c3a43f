// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// What stands beside tables: routines, types, roles, sequences and all the others.
#include "model/catalog/kind_words.h"
#include "model/diff/comparison.h"

#include <QSet>

#include <algorithm>

namespace cadastre {

namespace {

QString joinedTexts(const std::vector<QString>& texts)
{
    return QStringList(texts.begin(), texts.end()).join(QStringLiteral(", "));
}

QString attributesText(const std::vector<Property>& attributes)
{
    QStringList texts;
    for (const Property& attribute : attributes)
        texts << QString(attribute.label + QLatin1Char(' ') + attribute.value);
    return texts.join(QStringLiteral(", "));
}

/// Whether every old label is still there.
bool keepsLabels(const std::vector<QString>& before, const std::vector<QString>& after)
{
    const QSet<QString> now(after.begin(), after.end());
    return std::ranges::all_of(before, [&](const QString& label) { return now.contains(label); });
}

void compareLabels(const UserType& old, const UserType& now, PropertyList& list)
{
    const bool keeps = keepsLabels(old.labels, now.labels);
    list.text(DifferenceArea::Types, QStringLiteral("labels"), joinedTexts(old.labels),
              joinedTexts(now.labels), keeps ? ChangeSeverity::Notable : ChangeSeverity::Breaking,
              keeps ? QT_TRANSLATE_NOOP("cadastre::Difference",
                                        "readers may meet values that they do not know")
                    : QT_TRANSLATE_NOOP("cadastre::Difference",
                                        "values that were allowed are not any more"));
}

QString roleNames(const Catalog& catalog, const std::vector<RoleId>& roles)
{
    QStringList names;
    for (const RoleId role : roles)
        names << catalog.role(role).name;
    names.sort();
    return names.join(QStringLiteral(", "));
}

QString roleNamesNow(const Comparison& all, const std::vector<RoleId>& roles)
{
    QStringList names;
    for (const RoleId role : roles)
        names << all.nameNow(ObjectRef(role));
    names.sort();
    return names.join(QStringLiteral(", "));
}

void compareRoleLists(const Comparison& all, const QString& property,
                      const std::vector<RoleId>& before, const std::vector<RoleId>& after,
                      PropertyList& list)
{
    if (roleNamesNow(all, before) != roleNames(all.after, after))
        list.text(DifferenceArea::Roles, property, roleNames(all.before, before),
                  roleNames(all.after, after));
}

} // namespace

void compareRoutines(const Comparison& all, RoutineId before, RoutineId after, PropertyList& list)
{
    const Routine& old = all.before.routine(before);
    const Routine& now = all.after.routine(after);
    const auto area = DifferenceArea::Routines;
    list.text(area, QStringLiteral("kind"), routineKindName(old.kind), routineKindName(now.kind),
              ChangeSeverity::Breaking);
    if (!all.pairing.speakTheSame(before)) {
        all.states.noteEngines(before, QStringLiteral("what routines do"),
                               QStringLiteral("the engines write it in words of their own"));
        compareBase(all, before, after, area, list);
        return;
    }
    const QString arguments = all.pairing.withNewSchemaNames(old.arguments);
    list.text(area, QStringLiteral("arguments"), arguments, now.arguments,
              old.argumentTypes == now.argumentTypes ? ChangeSeverity::Notable
                                                     : ChangeSeverity::Breaking);
    list.text(area, QStringLiteral("returns"), all.pairing.withNewSchemaNames(old.returns),
              now.returns, ChangeSeverity::Breaking);
    list.text(area, QStringLiteral("language"), old.language, now.language);
    list.flag(area, QStringLiteral("runs with its owner's rights"), old.securityDefiner,
              now.securityDefiner);
    if (all.pairing.withNewSchemaNames(old.body) != now.body)
        list.statement(area, QStringLiteral("body"), old.body, now.body, ChangeSeverity::Notable,
                       QT_TRANSLATE_NOOP("cadastre::Difference", "callers may get other results"));
    compareBase(all, before, after, area, list);
    if (list.isEmpty() && !all.pairing.renamed(before) &&
        all.pairing.withNewSchemaNames(old.definition) != now.definition)
        list.statement(area, QStringLiteral("definition"), old.definition, now.definition,
                       ChangeSeverity::Notable, "");
}

void compareTypes(const Comparison& all, TypeId before, TypeId after, PropertyList& list)
{
    const UserType& old = all.before.type(before);
    const UserType& now = all.after.type(after);
    const auto area = DifferenceArea::Types;
    list.text(area, QStringLiteral("kind"), typeKindName(old.kind), typeKindName(now.kind),
              ChangeSeverity::Breaking);
    compareLabels(old, now, list);
    list.text(area, QStringLiteral("base type"), all.pairing.withNewSchemaNames(old.baseType),
              now.baseType, ChangeSeverity::Breaking);
    list.text(area, QStringLiteral("attributes"),
              all.pairing.withNewSchemaNames(attributesText(old.attributes)),
              attributesText(now.attributes), ChangeSeverity::Breaking);
    list.text(area, QStringLiteral("checks"),
              all.pairing.withNewSchemaNames(joinedTexts(old.checks)), joinedTexts(now.checks));
    list.text(area, QStringLiteral("default"), old.defaultExpression.value_or(QString()),
              now.defaultExpression.value_or(QString()));
    list.flag(area, QStringLiteral("not null"), old.notNull, now.notNull, ChangeSeverity::Breaking,
              ChangeSeverity::Notable);
    compareBase(all, before, after, area, list);
}

void compareRoles(const Comparison& all, RoleId before, RoleId after, PropertyList& list)
{
    const Role& old = all.before.role(before);
    const Role& now = all.after.role(after);
    const auto area = DifferenceArea::Roles;
    if (!all.pairing.speakTheSame(before))
        return;
    list.flag(area, QStringLiteral("superuser"), old.superuser, now.superuser);
    list.flag(area, QStringLiteral("can log in"), old.canLogin, now.canLogin,
              ChangeSeverity::Notable, ChangeSeverity::Breaking);
    list.flag(area, QStringLiteral("bypasses row security"), old.bypassesRowSecurity,
              now.bypassesRowSecurity);
    compareRoleLists(all, QStringLiteral("member of"), old.memberOf, now.memberOf, list);
    compareRoleLists(all, QStringLiteral("member by SET ROLE only"), old.bySetRole, now.bySetRole,
                     list);
    compareBase(all, before, after, area, list);
}

void compareOthers(const Comparison& all, OtherId before, OtherId after, PropertyList& list)
{
    const OtherObject& old = all.before.other(before);
    const OtherObject& now = all.after.other(after);
    const auto area = differenceAreaOf(now.kind);
    if (!all.pairing.speakTheSame(before)) {
        compareBase(all, before, after, area, list);
        return;
    }
    list.text(area, QStringLiteral("kind"), old.kindName, now.kindName);
    const QString about = old.about ? all.nameNow(*old.about) : QString();
    const QString aboutNow = now.about ? all.after.base(*now.about).name : QString();
    list.text(area, QStringLiteral("belongs to"), about, aboutNow);
    compareBase(all, before, after, area, list);
    if (all.pairing.withNewSchemaNames(old.definition) != now.definition &&
        !all.pairing.renamed(before))
        list.statement(area, QStringLiteral("definition"), old.definition, now.definition,
                       ChangeSeverity::Notable, "");
}

} // namespace cadastre
