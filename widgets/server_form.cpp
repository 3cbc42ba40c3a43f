// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "widgets/server_form.h"

#include "widgets/icons.h"

#include <QCheckBox>
#include <QComboBox>
#include <QCompleter>
#include <QFileDialog>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QSpinBox>
#include <QToolButton>

namespace cadastre {

namespace {

QLineEdit* field(QWidget* parent, const QString& name, const QString& placeholder = {})
{
    auto* edit = new QLineEdit(parent);
    edit->setAccessibleName(name);
    edit->setPlaceholderText(placeholder);
    return edit;
}

} // namespace

ServerForm::ServerForm(QWidget* parent)
    : QWidget(parent)
{
    auto* form = new QFormLayout(this);
    form->setContentsMargins(0, 0, 0, 0);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    setUpAddress(form);
    setUpSecurity(form);
    setEngine(ServerEngine::PostgreSql);
    for (QLineEdit* edit : {m_host, m_user, m_password, m_database, m_caFile, m_service, m_sshHost})
        connect(edit, &QLineEdit::textChanged, this, &ServerForm::changed);
    connect(m_port, &QSpinBox::valueChanged, this, &ServerForm::changed);
    connect(m_tls, &QComboBox::currentIndexChanged, this, &ServerForm::changed);
}

void ServerForm::setUpAddress(QFormLayout* form)
{
    m_url = field(this, tr("URL"), tr("Optional: paste a URL, and it fills the fields below"));
    m_url->setToolTip(tr("postgresql://user@host/database or mariadb://user@host/database. "
                         "A password in it moves to its own field."));
    m_urlNote = new QLabel(this);
    m_urlNote->setWordWrap(true);
    m_urlNote->hide();
    form->addRow(tr("&URL:"), m_url);
    form->addRow(QString(), m_urlNote);
    connect(m_url, &QLineEdit::textEdited, this, &ServerForm::noteUrl);
    connect(m_url, &QLineEdit::editingFinished, this, &ServerForm::finishUrl);

    m_host = field(this, tr("Host or socket"), tr("localhost, or /path/of/socket"));
    m_port = new QSpinBox(this);
    m_port->setRange(0, 65535);
    m_port->setSpecialValueText(tr("default"));
    m_port->setAccessibleName(tr("Port"));
    auto* port = new QLabel(tr("&Port:"), this);
    port->setBuddy(m_port);
    auto* row = new QHBoxLayout;
    row->addWidget(m_host, 1);
    row->addWidget(port);
    row->addWidget(m_port);
    form->addRow(tr("&Host or socket:"), row);
    qobject_cast<QLabel*>(form->labelForField(row))->setBuddy(m_host);

    m_database = field(this, tr("Database"));
    form->addRow(tr("Data&base:"), m_database);
    m_user = field(this, tr("User"));
    form->addRow(tr("Us&er:"), m_user);
}

void ServerForm::setUpSecurity(QFormLayout* form)
{
    m_password = field(this, tr("Password"));
    m_password->setEchoMode(QLineEdit::Password);
    m_password->setToolTip(tr("Kept in memory only. Empty: what the server's own files say."));
    form->addRow(tr("Pass&word:"), m_password);
    m_remember = new QCheckBox(tr("&Remember in the keychain"), this);
    form->addRow(QString(), m_remember);

    m_tls = new QComboBox(this);
    m_tls->setAccessibleName(tr("Protection"));
    form->addRow(tr("Prote&ction:"), m_tls);
    m_caFile = field(this, tr("Authority file"), tr("of the system"));
    m_caFile->setToolTip(tr("Certificates of the authorities that are believed"));
    auto* browse = new QToolButton(this);
    browse->setIcon(themedIcon(QStringLiteral("open")));
    browse->setToolTip(tr("Choose the file of authorities"));
    browse->setAccessibleName(browse->toolTip());
    connect(browse, &QToolButton::clicked, this, &ServerForm::chooseCaFile);
    auto* row = new QHBoxLayout;
    row->addWidget(m_caFile, 1);
    row->addWidget(browse);
    form->addRow(tr("&Authorities:"), row);
    qobject_cast<QLabel*>(form->labelForField(row))->setBuddy(m_caFile);

    m_service = field(this, tr("Service"), tr("optional"));
    m_serviceLabel = new QLabel(this);
    m_serviceLabel->setBuddy(m_service);
    form->addRow(m_serviceLabel, m_service);

    m_sshHost = field(this, tr("Through SSH host"), tr("optional, as in: ssh bastion"));
    m_sshHost->setToolTip(tr("The way to the server leads through this host, with your own "
                             "configuration and keys of SSH. The host above is then the server as "
                             "it is seen from there."));
    form->addRow(tr("Throu&gh SSH host:"), m_sshHost);
}

void ServerForm::setEngine(ServerEngine engine)
{
    const bool sameEngine = engine == m_engine;
    m_engine = engine;
    if (!sameEngine)
        m_otherParameters.clear();
    describeEngine();
}

void ServerForm::describeEngine()
{
    const bool postgreSql = m_engine == ServerEngine::PostgreSql;
    m_port->setToolTip(tr("0 is the default, %1").arg(defaultPort(m_engine)));
    m_serviceLabel->setText(postgreSql ? tr("Ser&vice:") : tr("Optio&n group:"));
    m_service->setAccessibleName(postgreSql ? tr("Service") : tr("Option group"));
    m_service->setToolTip(postgreSql
                              ? tr("A name from pg_service.conf: it gives what is empty here")
                              : tr("A group of my.cnf: it gives what is empty here"));
    m_database->setPlaceholderText(postgreSql ? tr("the user's name")
                                              : tr("all that the user may see"));
    m_user->setPlaceholderText(tr("your name on this machine"));
    fillTlsChoices();
}

void ServerForm::fillTlsChoices()
{
    const QSignalBlocker blocker(m_tls);
    const QVariant chosen = m_tls->currentData();
    m_tls->clear();
    const auto add = [this](const QString& text, TlsChoice choice) {
        m_tls->addItem(text, static_cast<int>(choice));
    };
    add(tr("TLS, except on this machine (default)"), TlsChoice::Default);
    add(tr("TLS, certificate not verified"), TlsChoice::Required);
    add(tr("TLS, authority verified"), TlsChoice::VerifyCa);
    add(tr("TLS, authority and host name verified"), TlsChoice::VerifyFull);
    add(tr("Clear text: anybody on the way can read along"), TlsChoice::ClearText);
    m_tls->setCurrentIndex(std::max(0, m_tls->findData(chosen)));
}

void ServerForm::setFields(const ServerFields& fields)
{
    setEngine(fields.engine);
    m_host->setText(fields.host);
    m_port->setValue(fields.port);
    m_user->setText(fields.user);
    m_database->setText(fields.database);
    m_tls->setCurrentIndex(m_tls->findData(static_cast<int>(fields.tls)));
    m_caFile->setText(fields.caFile);
    m_service->setText(fields.service);
    m_sshHost->setText(fields.sshHost);
    m_otherParameters = fields.otherParameters;
}

ServerFields ServerForm::fields() const
{
    ServerFields fields;
    fields.engine = m_engine;
    fields.host = m_host->text().trimmed();
    fields.port = m_port->value();
    fields.user = m_user->text().trimmed();
    fields.database = m_database->text().trimmed();
    fields.tls = static_cast<TlsChoice>(m_tls->currentData().toInt());
    fields.caFile = m_caFile->text().trimmed();
    fields.service = m_service->text().trimmed();
    fields.sshHost = m_sshHost->text().trimmed();
    fields.otherParameters = m_otherParameters;
    return fields;
}

void ServerForm::setKnownSshHosts(const QStringList& hosts)
{
    auto* completer = new QCompleter(hosts, m_sshHost);
    completer->setCaseSensitivity(Qt::CaseInsensitive);
    completer->setFilterMode(Qt::MatchContains);
    m_sshHost->setCompleter(completer);
}

void ServerForm::setPassword(const QString& password)
{
    m_password->setText(password);
}

QString ServerForm::password() const
{
    return m_password->text();
}

bool ServerForm::rememberPassword() const
{
    return m_remember->isEnabled() && m_remember->isChecked();
}

void ServerForm::setKeychainProblem(const QString& reason)
{
    m_remember->setEnabled(reason.isEmpty());
    m_remember->setToolTip(
        reason.isEmpty() ? tr("Kept by the keychain of your desktop, never in our files") : reason);
    m_remember->setText(reason.isEmpty() ? tr("&Remember in the keychain")
                                         : tr("Remember (no keychain is available here)"));
}

void ServerForm::noteUrl(const QString& text)
{
    const bool pasted = text.size() > m_urlLength + 1;
    m_urlLength = text.size();
    m_urlPending = true;
    if (pasted)
        finishUrl();
}

void ServerForm::finishUrl()
{
    if (std::exchange(m_urlPending, false))
        takeUrl();
    m_urlLength = m_url->text().size();
}

void ServerForm::takeUrl()
{
    const QString text = m_url->text().trimmed();
    if (!m_readUrl || !text.contains(QLatin1String("://"))) {
        m_urlNote->hide();
        return;
    }
    const Result<ReadUrl> read = m_readUrl(text);
    m_urlNote->setVisible(!read.has_value());
    if (!read) {
        m_urlNote->setText(read.error().message);
        return;
    }
    ServerFields taken = read->fields;
    if (taken.sshHost.isEmpty())
        taken.sshHost = m_sshHost->text();
    setFields(taken);
    if (!read->password.isEmpty()) {
        setPassword(read->password);
        m_url->setText(serverUrl(read->fields));
        m_urlNote->setText(tr("The password of the URL is in its own field now."));
        m_urlNote->show();
    }
    Q_EMIT engineFound(read->fields.engine);
}

void ServerForm::chooseCaFile()
{
    auto* dialog = new QFileDialog(this, tr("File of authorities"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, m_caFile, &QLineEdit::setText);
    dialog->open();
}

} // namespace cadastre
