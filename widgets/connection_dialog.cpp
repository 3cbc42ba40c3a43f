// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "widgets/connection_dialog.h"

#include "widgets/icons.h"
#include "widgets/schema_chooser.h"

#include <QButtonGroup>
#include <QFileDialog>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

namespace cadastre {

namespace {

constexpr int fileEngine = 0;
constexpr int postgreSqlEngine = 1;
constexpr int mariaDbEngine = 2;
constexpr int manySchemas = 12; ///< from here on it is asked which ones to read

} // namespace

ConnectionDialog::ConnectionDialog(QWidget* parent)
    : QDialog(parent)
    , m_engines(new QButtonGroup(this))
    , m_pages(new QStackedWidget(this))
    , m_form(new ServerForm(this))
    , m_schemas(new SchemaChooser(this))
{
    setWindowTitle(tr("Connect to a server"));
    auto* address = new QWidget(this);
    auto* addressLayout = new QVBoxLayout(address);
    addressLayout->setContentsMargins(0, 0, 0, 0);
    auto* layout = new QVBoxLayout(this);
    m_addressPages = new QStackedWidget(address);
    m_addressPages->addWidget(createFilePage());
    m_addressPages->addWidget(m_form);
    auto* engines = new QHBoxLayout;
    const QStringList names{tr("SQLite or other &file"), tr("Postgre&SQL"), tr("&MariaDB / MySQL")};
    for (int engine = fileEngine; engine <= mariaDbEngine; ++engine) {
        auto* button = new QRadioButton(names[engine], address);
        m_engines->addButton(button, engine);
        engines->addWidget(button);
    }
    engines->addStretch(1);
    addressLayout->addLayout(engines);
    addressLayout->addSpacing(6);
    addressLayout->addWidget(m_addressPages, 1);
    m_pages->addWidget(address);
    m_pages->addWidget(m_schemas);
    layout->addWidget(m_pages, 1);
    layout->addWidget(createOutcome());
    setUpButtons();
    setUpEngines();
    resize(580, sizeHint().height());
}

void ConnectionDialog::setUpEngines()
{
    // Tab goes to the chosen one, the arrow keys to the others
    const QList<QAbstractButton*> choices = m_engines->buttons();
    for (QAbstractButton* choice : choices)
        choice->setFocusPolicy(Qt::ClickFocus);
    connect(m_engines, &QButtonGroup::idToggled, this, [this](int engine, bool checked) {
        m_engines->button(engine)->setFocusPolicy(checked ? Qt::StrongFocus : Qt::ClickFocus);
        if (checked)
            showEngine(engine);
    });
    connect(m_form, &ServerForm::engineFound, this, [this](ServerEngine engine) {
        m_engines->button(engine == ServerEngine::PostgreSql ? postgreSqlEngine : mariaDbEngine)
            ->setChecked(true);
    });
    connect(m_form, &ServerForm::changed, this, &ConnectionDialog::updateButtons);
    connect(m_schemas, &SchemaChooser::changed, this, &ConnectionDialog::updateButtons);
    m_engines->button(postgreSqlEngine)->setChecked(true);
}

void ConnectionDialog::setUpButtons()
{
    m_back = new QPushButton(themedIcon(QStringLiteral("back")), tr("&Back"), this);
    m_test = new QPushButton(tr("&Test"), this);
    m_test->setToolTip(tr("Connect, say what was found, and disconnect"));
    m_open = new QPushButton(tr("&Open"), this);
    m_open->setDefault(true);
    m_cancel = new QPushButton(tr("Cancel"), this);
    for (QPushButton* button : {m_back, m_test, m_cancel})
        button->setAutoDefault(false);
    auto* row = new QHBoxLayout;
    row->addWidget(m_test);
    row->addStretch(1);
    row->addWidget(m_back);
    row->addWidget(m_open);
    row->addWidget(m_cancel);
    qobject_cast<QVBoxLayout*>(layout())->addLayout(row);
    connect(m_back, &QPushButton::clicked, this, [this] {
        m_pages->setCurrentIndex(0);
        updateButtons();
    });
    connect(m_test, &QPushButton::clicked, this, [this] { startTest(false); });
    connect(m_open, &QPushButton::clicked, this, [this] {
        const bool known = m_pages->currentIndex() == 1 || m_engines->checkedId() == fileEngine;
        known ? openNow() : startTest(true);
    });
    connect(m_cancel, &QPushButton::clicked, this, &ConnectionDialog::reject);
}

QWidget* ConnectionDialog::createFilePage()
{
    auto* page = new QWidget(this);
    m_file = new QLineEdit(page);
    m_file->setAccessibleName(tr("File"));
    m_file->setPlaceholderText(tr("SQLite database, snapshot or workspace"));
    auto* browse = new QToolButton(page);
    browse->setIcon(themedIcon(QStringLiteral("open")));
    browse->setToolTip(tr("Choose a file"));
    browse->setAccessibleName(browse->toolTip());
    connect(browse, &QToolButton::clicked, this, &ConnectionDialog::chooseFile);
    connect(m_file, &QLineEdit::textChanged, this, &ConnectionDialog::updateButtons);
    auto* row = new QHBoxLayout;
    row->addWidget(m_file, 1);
    row->addWidget(browse);
    auto* form = new QFormLayout(page);
    form->setContentsMargins(0, 0, 0, 0);
    form->addRow(tr("F&ile:"), row);
    qobject_cast<QLabel*>(form->labelForField(row))->setBuddy(m_file);
    return page;
}

QWidget* ConnectionDialog::createOutcome()
{
    auto* box = new QWidget(this);
    m_outcomeIcon = new QLabel(box);
    m_outcomeText = new QLabel(box);
    m_outcomeText->setObjectName(QStringLiteral("outcome"));
    m_outcomeText->setWordWrap(true);
    m_outcomeText->setTextFormat(Qt::PlainText);
    m_outcomeText->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_outcomeText->setMinimumHeight(3 * fontMetrics().lineSpacing());
    m_outcomeText->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    auto* layout = new QHBoxLayout(box);
    layout->setContentsMargins(0, 6, 0, 6);
    layout->addWidget(m_outcomeIcon, 0, Qt::AlignTop);
    layout->addWidget(m_outcomeText, 1);
    return box;
}

void ConnectionDialog::setFields(const ServerFields& fields)
{
    m_engines->button(fields.engine == ServerEngine::PostgreSql ? postgreSqlEngine : mariaDbEngine)
        ->setChecked(true);
    m_form->setFields(fields);
}

ConnectionRequest ConnectionDialog::request() const
{
    if (m_engines->checkedId() == fileEngine)
        return {m_file->text().trimmed(), {}, false, {}};
    ConnectionRequest request;
    request.address = serverAddress(m_form->fields());
    request.password = m_form->password();
    request.remember = m_form->rememberPassword();
    if (m_pages->currentIndex() == 1)
        request.schemas = m_schemas->chosen();
    return request;
}

void ConnectionDialog::showEngine(int engine)
{
    m_addressPages->setCurrentIndex(engine == fileEngine ? 0 : 1);
    if (engine != fileEngine) {
        m_form->setEngine(engine == postgreSqlEngine ? ServerEngine::PostgreSql
                                                     : ServerEngine::MariaDb);
    }
    m_outcomeIcon->clear();
    m_outcomeText->clear();
    updateButtons();
}

void ConnectionDialog::startTest(bool openAfterwards)
{
    m_openAfterwards = openAfterwards;
    m_form->finishUrl();
    setBusy(true);
    showText(QStringLiteral("refresh"), static_cast<int>(IconTone::Text), tr("Connecting…"), {});
    Q_EMIT testRequested(request());
}

void ConnectionDialog::showOutcome(const ConnectionOutcome& outcome)
{
    setBusy(false);
    const bool many = outcome.schemas.size() >= manySchemas;
    const QString text = tr("%1 answers. Connection: %2. Schemas to read: %3.")
                             .arg(outcome.server, outcome.protection)
                             .arg(outcome.schemas.size());
    showText(outcome.protectionWarning ? QStringLiteral("warning") : QStringLiteral("check"),
             static_cast<int>(outcome.protectionWarning ? IconTone::Warning : IconTone::Success),
             text, {});
    if (!m_openAfterwards)
        return;
    if (!many) {
        openNow();
        return;
    }
    m_schemas->setSchemas(outcome.schemas);
    m_pages->setCurrentIndex(1);
    updateButtons();
}

void ConnectionDialog::showError(const QString& message, const QString& detail)
{
    setBusy(false);
    showText(QStringLiteral("error"), static_cast<int>(IconTone::Error), message, detail);
}

void ConnectionDialog::showCancelled()
{
    setBusy(false);
    showText({}, static_cast<int>(IconTone::Text), tr("Cancelled."), {});
}

void ConnectionDialog::showText(const QString& iconName, int tone, const QString& text,
                                const QString& detail)
{
    const QIcon icon = themedIcon(iconName, static_cast<IconTone>(tone));
    m_outcomeIcon->setPixmap(icon.isNull() ? QPixmap() : icon.pixmap(18, 18));
    m_outcomeText->setText(detail.isEmpty() ? text : text + QLatin1Char('\n') + detail);
    m_outcomeText->setToolTip(detail.toHtmlEscaped());
    m_outcomeText->setAccessibleName(text);
}

void ConnectionDialog::setBusy(bool busy)
{
    m_busy = busy;
    m_pages->setEnabled(!busy);
    m_cancel->setText(busy ? tr("Stop") : tr("Cancel"));
    updateButtons();
}

void ConnectionDialog::updateButtons()
{
    const bool file = m_engines->checkedId() == fileEngine;
    const bool choosing = m_pages->currentIndex() == 1;
    const bool enough =
        choosing ? m_schemas->isAnyChosen() : !file || !m_file->text().trimmed().isEmpty();
    m_back->setVisible(choosing);
    m_test->setVisible(!file && !choosing);
    m_test->setEnabled(!m_busy);
    m_open->setEnabled(!m_busy && enough);
}

void ConnectionDialog::openNow()
{
    Q_EMIT openRequested(request());
    accept();
}

void ConnectionDialog::reject()
{
    if (m_busy) {
        Q_EMIT testCancelled();
        return;
    }
    QDialog::reject();
}

void ConnectionDialog::chooseFile()
{
    auto* dialog = new QFileDialog(this, tr("Open a file"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, m_file, &QLineEdit::setText);
    dialog->open();
}

} // namespace cadastre
