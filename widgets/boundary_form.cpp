// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "widgets/boundary_form.h"

#include "diagram/theme.h"
#include "model/boundaries/boundary_edits.h"
#include "widgets/boundary_tree_model.h"
#include "widgets/member_list.h"

#include <QComboBox>
#include <QFormLayout>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QRegularExpression>
#include <QScopedValueRollback>
#include <QScrollArea>

namespace cadastre {

namespace {

constexpr int automaticColor = -1;
constexpr int noteLines = 3;

QString kindTitle(BoundaryKind kind)
{
    switch (kind) {
    case BoundaryKind::Service:
        return BoundaryForm::tr("Service");
    case BoundaryKind::Module:
        return BoundaryForm::tr("Module");
    case BoundaryKind::Shared:
        return BoundaryForm::tr("Shared: used by everybody on purpose");
    case BoundaryKind::External:
        return BoundaryForm::tr("External: nothing can be changed here");
    }
    Q_UNREACHABLE();
}

QStringList separatedWords(const QString& text)
{
    static const QRegularExpression separators(QStringLiteral("[,;\\s]+"));
    QStringList words = text.split(separators, Qt::SkipEmptyParts);
    words.removeDuplicates();
    words.sort();
    return words;
}

} // namespace

BoundaryForm::BoundaryForm(QWidget* parent)
    : QTabWidget(parent)
    , m_state(noBoundaryState())
    , m_name(new QLineEdit)
    , m_kind(new QComboBox)
    , m_owner(new QLineEdit)
    , m_deployer(new QLineEdit)
    , m_contact(new QLineEdit)
    , m_parent(new QComboBox)
    , m_color(new QComboBox)
    , m_roles(new QLineEdit)
    , m_note(new QPlainTextEdit)
    , m_members(new MemberList)
{
    setDocumentMode(true);
    auto* scroll = new QScrollArea(this);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    auto* fields = new QWidget(scroll);
    auto* form = new QFormLayout(fields);
    form->setContentsMargins(0, 4, 4, 4);
    form->setSpacing(4);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    setUpFields(form);
    setUpChoices(form);
    scroll->setWidget(fields);
    addTab(scroll, tr("Details"));
    addTab(m_members, tr("Members"));
    connect(m_members, &MemberList::membersEdited, this, [this](const QStringList& members) {
        Boundary after = m_boundary;
        after.members = members;
        tell(after);
    });
}

void BoundaryForm::setUpFields(QFormLayout* form)
{
    const auto field = [&](const QString& label, QLineEdit* edit, const QString& hint) {
        edit->setPlaceholderText(hint);
        edit->setMinimumWidth(40);
        form->addRow(label, edit);
        connect(edit, &QLineEdit::editingFinished, this, &BoundaryForm::takeFields);
    };
    m_name->setMinimumWidth(40);
    form->addRow(tr("&Name"), m_name);
    connect(m_name, &QLineEdit::editingFinished, this, &BoundaryForm::takeName);
    field(tr("&Owner"), m_owner, tr("The team"));
    field(tr("De&ploys"), m_deployer, tr("The owner"));
    field(tr("&Contact"), m_contact, tr("Who is called"));
    field(tr("&Roles"), m_roles, tr("svc_billing, billing_*"));
    m_roles->setToolTip(tr("Names or patterns of database roles that act for this boundary: what "
                           "they may write elsewhere is a crossing"));
}

void BoundaryForm::setUpChoices(QFormLayout* form)
{
    for (const BoundaryKind kind : {BoundaryKind::Service, BoundaryKind::Module,
                                    BoundaryKind::Shared, BoundaryKind::External})
        m_kind->addItem(kindTitle(kind), static_cast<int>(kind));
    const auto choice = [&](const QString& label, QComboBox* box) {
        box->setMinimumWidth(40);
        box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        form->addRow(label, box);
        connect(box, &QComboBox::currentIndexChanged, this, &BoundaryForm::takeFields);
    };
    const QScopedValueRollback filling(m_filling, true);
    choice(tr("&Kind"), m_kind);
    choice(tr("&Inside"), m_parent);
    choice(tr("Co&lour"), m_color);
    m_parent->setToolTip(tr("A module lies inside a service; one level"));
    m_note->setMaximumHeight(m_note->fontMetrics().lineSpacing() * noteLines + 10);
    m_note->setTabChangesFocus(true);
    m_note->installEventFilter(this);
    form->addRow(tr("No&te"), m_note);
}

void BoundaryForm::showBoundary(BoundaryStatePointer state, const QString& name)
{
    const QScopedValueRollback filling(m_filling, true);
    m_state = std::move(state);
    const bool same = name == m_shown;
    m_shown = name;
    const auto entry = m_state->boundaries.entries.find(name);
    m_boundary = entry == m_state->boundaries.entries.end() ? Boundary{} : entry->second;
    setEnabled(entry != m_state->boundaries.entries.end());
    const auto show = [same](QLineEdit* field, const QString& text) {
        const bool writing = same && field->hasFocus() && field->isModified();
        if (!writing && field->text() != text)
            field->setText(text);
    };
    show(m_name, name);
    show(m_owner, m_boundary.owner);
    show(m_deployer, m_boundary.deployer);
    show(m_contact, m_boundary.contact);
    show(m_roles, m_boundary.roles.join(QStringLiteral(", ")));
    if (m_note->toPlainText() != m_boundary.note)
        m_note->setPlainText(m_boundary.note);
    m_kind->setCurrentIndex(m_kind->findData(static_cast<int>(m_boundary.kind)));
    fillParents();
    fillColors();
    m_members->setMembers(m_state->catalog, m_boundary.members);
    setTabText(1, tr("Members (%1)").arg(m_boundary.members.size()));
}

void BoundaryForm::fillParents()
{
    m_parent->clear();
    m_parent->addItem(tr("no other boundary"), QString());
    for (const auto& [name, boundary] : m_state->boundaries.entries) {
        if (name != m_shown && (boundary.parent.isEmpty() || name == m_boundary.parent))
            m_parent->addItem(boundaryIcon(*m_state, name), name, name);
    }
    m_parent->setCurrentIndex(std::max(0, m_parent->findData(m_boundary.parent)));
}

void BoundaryForm::fillColors()
{
    m_color->clear();
    m_color->addItem(boundaryIcon(*m_state, m_shown), tr("chosen by name"), automaticColor);
    for (int i = 0; i < categoryCount; ++i)
        m_color->addItem(boundaryColorIcon(i), tr("colour %1").arg(i + 1), i);
    m_color->setCurrentIndex(m_color->findData(m_boundary.color.value_or(automaticColor)));
}

void BoundaryForm::focusName()
{
    setCurrentIndex(0);
    m_name->setFocus();
    m_name->selectAll();
}

Boundary BoundaryForm::entered() const
{
    Boundary boundary = m_boundary;
    boundary.owner = m_owner->text().trimmed();
    boundary.deployer = m_deployer->text().trimmed();
    boundary.contact = m_contact->text().trimmed();
    boundary.roles = separatedWords(m_roles->text());
    boundary.note = m_note->toPlainText().trimmed();
    boundary.kind = static_cast<BoundaryKind>(m_kind->currentData().toInt());
    boundary.parent = m_parent->currentData().toString();
    const int color = m_color->currentData().toInt();
    boundary.color = color == automaticColor ? std::nullopt : std::optional(color);
    return boundary;
}

void BoundaryForm::takeFields()
{
    if (m_filling || m_shown.isEmpty())
        return;
    if (const Boundary after = entered(); after != m_boundary)
        tell(after);
}

void BoundaryForm::takeName()
{
    const QString name = m_name->text().trimmed();
    if (m_filling || m_shown.isEmpty() || name == m_shown)
        return;
    const QString before = m_shown;
    if (name.isEmpty() || m_state->boundaries.entries.contains(name))
        m_name->setText(before); // said by the edit, which fails
    else
        m_shown = name;
    BoundaryEdit edit;
    edit.name = tr("Rename %1 to %2").arg(before, name);
    edit.apply = [before, name](const Boundaries& known) {
        return withBoundaryRenamed(known, before, name);
    };
    if (m_shown == name)
        Q_EMIT renamed(name);
    Q_EMIT editRequested(edit);
}

void BoundaryForm::tell(const Boundary& after)
{
    const Boundary before = std::exchange(m_boundary, after);
    BoundaryEdit edit;
    edit.apply = [name = m_shown, before, after](const Boundaries& known) -> Result<Boundaries> {
        Boundaries changed = known;
        const auto entry = changed.entries.find(name);
        if (entry == changed.entries.end())
            return Error{tr("The boundary %1 is not there any more.").arg(name), {}};
        const QStringList members =
            after.members == before.members ? entry->second.members : after.members;
        entry->second = after;
        entry->second.members = members;
        return changed;
    };
    Q_EMIT editRequested(edit);
}

bool BoundaryForm::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_note && event->type() == QEvent::FocusOut)
        takeFields();
    return QTabWidget::eventFilter(watched, event);
}

} // namespace cadastre
