// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// One sentence and one piece of advice per kind of change; see the header.
// Source of the advice: "expand, migrate, contract" (parallel change), M. Fowler's bliki.
#include "model/boundaries/contracts/contract_change_words.h"

#include "model/boundaries/contracts/contracts_parts.h"

namespace cadastre {

namespace {

/// `v_products_v2` for `v_products_v1`, `x_v2` for `x`.
QString nextVersionName(const QString& name)
{
    const VersionedName versioned = versionedName(name);
    const std::vector<int> numbers = versionNumbers(versioned.version);
    const int next = numbers.empty() ? 2 : numbers.front() + 1;
    return versioned.family + QStringLiteral("_v%1").arg(next);
}

QString changeSentence(const QString& name, const ContractChange& change)
{
    const QString column = quotedKeyPart(change.column);
    switch (change.kind) {
    case ContractChangeKind::Removed:
        return change.after.isEmpty()
                   ? QStringLiteral("Contract %1 is gone.").arg(name)
                   : QStringLiteral("Contract %1 is called %2 now.").arg(name, change.after);
    case ContractChangeKind::ColumnRemoved:
        return QStringLiteral("Contract %1 lost its column %2 (%3).")
            .arg(name, column, change.before);
    case ContractChangeKind::ColumnRenamed:
        return QStringLiteral("Column %2 of contract %1 is called %3 now.")
            .arg(name, column, quotedKeyPart(change.after));
    case ContractChangeKind::TypeChanged:
        return QStringLiteral("Column %2 of contract %1 was %3 and is %4 now.")
            .arg(name, column, change.before, change.after);
    case ContractChangeKind::OrderChanged:
        return QStringLiteral("The columns of contract %1 were %2 and are %3 now.")
            .arg(name, change.before, change.after);
    case ContractChangeKind::NullableNow:
        return QStringLiteral("Column %2 of contract %1 always had a value and may be NULL now.")
            .arg(name, column);
    case ContractChangeKind::ColumnAdded:
        return QStringLiteral("Contract %1 has a new column %2 (%3).")
            .arg(name, column, change.after);
    }
    Q_UNREACHABLE();
}

/// How to give readers both until nobody needs the old one.
QString changeAdvice(const QString& name, const ContractChange& change)
{
    const QString column = quotedKeyPart(change.column);
    const QString next = nextVersionName(name);
    switch (change.kind) {
    case ContractChangeKind::Removed:
        return change.after.isEmpty()
                   ? QStringLiteral("Expand: bring %1 back beside its successor. Migrate: move its "
                                    "readers. Contract: drop it when nothing reads it.")
                         .arg(name)
                   : QStringLiteral("Expand: make a view %1 on %2. Migrate: move its readers to "
                                    "the new name. Contract: drop the old one.")
                         .arg(name, change.after);
    case ContractChangeKind::ColumnRemoved:
        return QStringLiteral("Expand: put %2 back into %1 and publish %3 without it. Migrate: "
                              "move the readers of %2. Contract: drop %1 when nothing reads it.")
            .arg(name, column, next);
    case ContractChangeKind::ColumnRenamed:
        return QStringLiteral("Expand: publish the column under both names, %2 and %3. Migrate: "
                              "move readers of %1 to %3. Contract: take %2 away.")
            .arg(name, column, quotedKeyPart(change.after));
    case ContractChangeKind::TypeChanged:
        return QStringLiteral("Expand: keep %2 of %1 as %3 and publish %4 with the new type. "
                              "Migrate: move readers. Contract: drop %1 when nothing reads it.")
            .arg(name, column, change.before, next);
    case ContractChangeKind::OrderChanged:
        return QStringLiteral("Put new columns of %1 at its end and keep the old order: readers "
                              "that take columns by position get others now.")
            .arg(name);
    case ContractChangeKind::NullableNow:
        return QStringLiteral("Expand: give %2 of %1 a value for NULL, or publish %3 where it may "
                              "be missing. Migrate: let readers handle NULL. Contract: drop %1.")
            .arg(name, column, next);
    case ContractChangeKind::ColumnAdded:
        return QStringLiteral("Compatible: readers that name their columns see nothing of it.");
    }
    Q_UNREACHABLE();
}

} // namespace

void describeContractChange(const QString& name, ContractChange& change)
{
    change.sentence = changeSentence(name, change);
    change.advice = changeAdvice(name, change);
}

QString contractChangeKindName(ContractChangeKind kind)
{
    switch (kind) {
    case ContractChangeKind::Removed:
        return QStringLiteral("removed");
    case ContractChangeKind::ColumnRemoved:
        return QStringLiteral("column-removed");
    case ContractChangeKind::ColumnRenamed:
        return QStringLiteral("column-renamed");
    case ContractChangeKind::TypeChanged:
        return QStringLiteral("type-changed");
    case ContractChangeKind::OrderChanged:
        return QStringLiteral("order-changed");
    case ContractChangeKind::NullableNow:
        return QStringLiteral("nullable-now");
    case ContractChangeKind::ColumnAdded:
        return QStringLiteral("column-added");
    }
    Q_UNREACHABLE();
}

} // namespace cadastre
