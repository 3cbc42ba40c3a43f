// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Boundaries: who owns what, as a person drew it: boundaries with their members, what they publish,
// which crossings are allowed, what was decided and what was known already. A document keyed by
// ObjectKey; what follows from it for a catalog is worked out beside this file.
#pragma once

#include "model/boundaries/crossing_key.h"

#include <QDate>
#include <QStringList>

#include <map>
#include <optional>
#include <set>

namespace cadastre {

enum class BoundaryKind : std::uint8_t {
    Service,
    Module,
    Shared,   ///< used by everybody on purpose: reading it is no crossing to be decided
    External, ///< somebody else's: nothing here can be changed
};

/// A named set of objects with an owner. Its name is its key in the document: any text that is not
/// empty, without line breaks.
struct Boundary
{
    QString owner;    ///< the team; empty when nobody is known
    QString deployer; ///< who deploys it; empty: the owner
    QString contact;  ///< who is called
    BoundaryKind kind = BoundaryKind::Service;
    std::optional<int> color; ///< 0..categoryCount-1; absent: one of its name
    QString note;
    QString parent; ///< name of the boundary around it (a module's service); empty for none
    /// Object keys (`shop/table:public.orders`) and patterns on names (`billing.*`, `inv_*`,
    /// `shop/billing.*`): see patterns.h. One that begins with `!` keeps what it matches out of
    /// this boundary; only what names an object itself overrides a pattern. Sorted, each once.
    QStringList members;
    QStringList roles; ///< patterns on role names that act for it: `svc_billing`, `billing_*`

    bool operator==(const Boundary&) const = default;
};

enum class Exposure : std::uint8_t { Private, Contract, Replica };

/// What an object is to those outside of its boundary; the default is private.
struct ExposureEntry
{
    Exposure exposure = Exposure::Private;
    QString version;   ///< of a contract: "v2"; may be empty
    QString replicaOf; ///< of a replica: an object key or name elsewhere; may be empty

    bool operator==(const ExposureEntry&) const = default;
};

enum class RuleEffect : std::uint8_t { Allow, Forbid };

/// Which crossings a rule is about: from one boundary into another. "*" stands for any boundary.
struct RuleKey
{
    QString from;
    QString to;
    std::optional<CrossingKind> kind; ///< absent: every kind

    std::strong_ordering operator<=>(const RuleKey&) const = default;
    bool operator==(const RuleKey&) const = default;
};

struct Rule
{
    RuleEffect effect = RuleEffect::Allow;
    QString reason;
    std::optional<QDate> until; ///< the last day on which it allows; absent: for good

    bool operator==(const Rule&) const = default;
};

enum class CrossingChoice : std::uint8_t {
    Keep,            ///< on purpose, until a day
    ServiceCall,     ///< to be replaced by a call
    Replica,         ///< to be replaced by events and a copy
    ContractView,    ///< to be replaced by a contract view
    MergeBoundaries, ///< the two are one
};

/// What a person decided about one crossing.
struct CrossingDecision
{
    CrossingChoice choice = CrossingChoice::Keep;
    QString reason;
    std::optional<QDate> until; ///< the last day on which it holds

    bool operator==(const CrossingDecision&) const = default;
};

/// Tables that must commit together.
struct Flow
{
    std::vector<ObjectKey> tables; ///< sorted
    QString note;

    bool operator==(const Flow&) const = default;
};

struct Boundaries
{
    std::map<QString, Boundary> entries; ///< by name
    std::map<ObjectKey, ExposureEntry> exposures;
    std::map<RuleKey, Rule> rules;
    std::map<CrossingKey, CrossingDecision> decisions;
    std::map<QString, Flow> flows;
    /// Crossings that were there when the baseline was written; absent: no baseline.
    std::optional<std::set<CrossingKey>> baseline;

    bool operator==(const Boundaries&) const = default;
};

/// "service", "module", "shared", "external".
QString boundaryKindName(BoundaryKind kind);
std::optional<BoundaryKind> boundaryKindFromName(QStringView name);
/// "private", "contract", "replica".
QString exposureName(Exposure exposure);
std::optional<Exposure> exposureFromName(QStringView name);
/// "keep", "service-call", "replica", "contract-view", "merge".
QString crossingChoiceName(CrossingChoice choice);
std::optional<CrossingChoice> crossingChoiceFromName(QStringView name);
/// "Replace by a service call", ...: sentence case, for forms and reports.
QString crossingChoiceTitle(CrossingChoice choice);
/// The outermost boundary around one; itself when there is none, or when parents form a circle.
QString outermostBoundary(const Boundaries& boundaries, const QString& name);
/// Whether two boundaries have the same owner, or one is inside the other, or both inside a third.
bool areOfOneTeam(const Boundaries& boundaries, const QString& first, const QString& second);

} // namespace cadastre
